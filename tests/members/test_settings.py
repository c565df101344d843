"""A member's settings are their own, and nothing else can be slipped in with them."""

import pytest
from django.test import Client

import cast
from rapport.members.models import Hub, Member

pytestmark = pytest.mark.django_db
GIVEN = {
    "name": "Ann O.",
    "zone": "Asia/Kathmandu",
    "language": "en",
    "region": "NO",
    "minutes": "10",
    "mail_hour": "7",
    "theme": "dark",
}


def signed_in(member: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client


def test_ann_sets_her_zone_her_minutes_and_her_hour() -> None:
    ann = cast.ann()
    assert signed_in(ann).post("/settings/", GIVEN).status_code == 302
    ann.refresh_from_db()
    assert (ann.name, ann.zone, ann.region, ann.minutes, ann.mail_hour) == ("Ann O.", "Asia/Kathmandu", "NO", 10, 7)


@pytest.mark.parametrize(
    "wrong",
    [
        {"zone": "Nowhere/Here"},
        {"minutes": "0"},
        {"minutes": "9999"},
        {"mail_hour": "24"},
        {"region": "XX"},
        {"name": ""},
    ],
)
def test_what_cannot_be_is_not_kept(wrong: dict[str, str]) -> None:
    ann = cast.ann()
    assert signed_in(ann).post("/settings/", GIVEN | wrong).status_code == 200
    ann.refresh_from_db()
    assert ann.name == "Ann Okafor"


def test_nobody_makes_herself_host() -> None:
    ann = cast.ann()
    signed_in(ann).post("/settings/", GIVEN | {"is_host": "on", "handle": "mo", "account": "1"})
    ann.refresh_from_db()
    assert (ann.is_host, ann.handle) == (False, "ann")


def test_the_host_s_page_is_there_for_the_host_only() -> None:
    assert signed_in(cast.mo()).get("/host/").status_code == 200
    assert signed_in(cast.ann()).get("/host/").status_code == 404
    assert signed_in(cast.cy()).post("/host/invite/").status_code == 404


def test_the_host_names_the_place_and_invites() -> None:
    client = signed_in(cast.mo())
    client.post("/host/", {"name": "Harbour", "language": "en", "joining": "open", "invitations_a_week": 2})
    assert Hub.this().name == "Harbour"
    client.post("/host/invite/")
    assert "/invitations/" in client.get("/host/").content.decode()
    assert "/invitations/" not in client.get("/host/").content.decode()


def test_everybody_may_read_what_the_host_can_see() -> None:
    assert Client(HTTP_HOST="127.0.0.1").get("/about/what-the-host-can-see/").status_code == 200
