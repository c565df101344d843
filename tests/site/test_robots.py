"""Search engines are kept out until the host lets them in, and then find what is for everyone and nothing else."""

import re

import pytest
from django.test import Client

import cast
from rapport.members.models import Hub
from rapport.site.robots import FOR_EVERYONE, SHUT
from seen_by import table

pytestmark = pytest.mark.django_db
OPEN = {"settled_at": cast.MORNING, "is_open_to_search": True, "joining": "open"}


def said() -> list[str]:
    answer = Client(HTTP_HOST="127.0.0.1").get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return answer.content.decode().splitlines()


def may_be_read(path: str) -> bool:
    """As RFC 9309 reads the rules: the longest that fits."""
    rules = [(len(rule), True, rule) for rule in FOR_EVERYONE] + [(len(rule), False, rule) for rule in SHUT]
    return max(rule for rule in rules if fits(rule[2], path))[1]


def fits(rule: str, path: str) -> bool:
    return re.match(re.escape(rule).replace(r"\*", ".*").replace(r"\$", "$"), path) is not None


@pytest.mark.parametrize("of", [{}, {"settled_at": cast.MORNING, "joining": "open"}, {"is_open_to_search": True}])
def test_until_the_host_opens_it_nothing_is_to_be_read(of: dict[str, object]) -> None:
    Hub.objects.update_or_create(pk=1, defaults=of)
    assert said() == ["User-agent: *", "Disallow: /"]


def test_opened_it_names_what_is_for_everyone() -> None:
    Hub.objects.update_or_create(pk=1, defaults=OPEN)
    allowed = [line.removeprefix("Allow: ") for line in said() if line.startswith("Allow: ")]
    shut = [line.removeprefix("Disallow: ") for line in said() if line.startswith("Disallow: ")]
    assert (allowed, shut) == (list(FOR_EVERYONE), list(SHUT))


def test_no_page_that_wants_an_account_is_named() -> None:
    shut = [address for address, answers in table().items() if answers[0] in ("302", "405")]
    assert [address for address in shut if may_be_read(address)] == []


def test_pages_for_everyone_can_be_found() -> None:
    wanted = ("/", "/about/", "/members/bo/", "/events/1/", "/groups/chapter/", "/posts/1/", "/tags/eventprofs/")
    assert [path for path in wanted if not may_be_read(path)] == []


def test_the_host_opens_it_on_their_page() -> None:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(cast.mo().account)
    page = client.get("/host/").content.decode()
    assert "search engines may list what is for everyone" in page.lower()
