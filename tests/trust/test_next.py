"""`next` leads to a page of this hub and nowhere else, whatever is written there."""

import pytest
from django.test import Client

import cast
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
AWAY = [
    *("//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example/"),
    *("/\t/evil.example", "javascript:alert(1)", "///evil.example", "a\x00b", "'; DROP TABLE x", "²", "rapport.views"),
    *("\ufffd", "/" + "x" * 9000),
]


@pytest.fixture
def ann() -> Member:
    return cast.ann()


@pytest.fixture
def client(ann: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    return client


@pytest.mark.parametrize("away", AWAY)
def test_every_form_that_returns_stays_here(client: Client, ann: Member, away: str) -> None:
    number = cast.known(ann, "Bo").number
    for path in ("/people/together/", f"/people/{number}/rest/"):
        answer = client.post(path, {"next": away, "days": "7"})
        assert answer.status_code == 302
        assert answer["Location"].startswith("/people/")


def test_a_page_of_ours_is_gone_back_to(client: Client, ann: Member) -> None:
    number = cast.known(ann, "Bo").number
    answer = client.post(f"/people/{number}/rest/", {"next": "/people/quiet/?never=1", "days": "7"})
    assert answer["Location"] == "/people/quiet/?never=1"
