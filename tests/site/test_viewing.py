"""The demo's switch of viewer."""

import pytest
from django.test import Client

import cast
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
SWITCH = "/demo/viewer/"


@pytest.fixture
def visitor(settings) -> Client:
    settings.DEMO = True
    cast.all_four()
    return Client(HTTP_HOST="127.0.0.1")


def seen_as(visitor: Client) -> Member | None:
    member: Member | None = visitor.get("/").wsgi_request.member  # type: ignore[attr-defined]
    return member


def test_one_becomes_who_is_chosen_and_nobody(visitor: Client) -> None:
    for handle in ("ann", "mo"):
        visitor.post(SWITCH, {"viewer": handle})
        assert seen_as(visitor).handle == handle
    visitor.post(SWITCH, {"viewer": ""})
    assert seen_as(visitor) is None


def test_what_the_last_page_still_asks_for_signs_nobody_out(visitor: Client) -> None:
    visitor.post(SWITCH, {"viewer": "ann"})
    before = visitor.cookies["sessionid"].value
    visitor.post(SWITCH, {"viewer": "mo"})
    late = Client(HTTP_HOST="127.0.0.1")
    late.cookies["sessionid"] = before
    assert "sessionid" not in late.get("/").cookies


def test_outside_the_demo_there_is_no_such_switch(visitor: Client, settings) -> None:
    settings.DEMO = False
    assert visitor.post(SWITCH, {"viewer": "ann"}).status_code == 404
