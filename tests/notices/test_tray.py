"""The page of what is new, and the part of Today that changes by itself."""

import re

import pytest
from django.test import Client

import cast
from notices.acts import act
from rapport.members.models import Member
from rapport.notices.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(ann: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    return client


def test_an_empty_page_says_what_will_stand_there(client: Client) -> None:
    assert "Nothing yet" in client.get("/notices/").content.decode()


def test_what_was_seen_is_no_news_and_what_came_meanwhile_is(client: Client, ann: Member, bo: Member) -> None:
    act(bo, ann)
    shown = client.get("/notices/").content.decode()
    newest = re.search(r'name="newest" value="(\d+)"', shown)
    act(bo, ann, "ask")
    assert newest is not None
    client.post("/notices/seen/", {"newest": newest[1]})
    assert [notice.seen_at is None for notice in Notice.objects.order_by("pk")] == [False, True]


def test_the_open_page_is_told_only_what_is_new(client: Client, ann: Member, bo: Member) -> None:
    mark = re.search(r'data-mark="(\d+)"', client.get("/today/beside/").content.decode())
    assert mark is not None
    assert client.get("/notices/fresh/", {"mark": mark[1]}).status_code == 204
    act(bo, ann)
    answer = client.get("/notices/fresh/", {"mark": mark[1]})
    assert "Bo Lindqvist thanks you" in answer.content.decode()


def test_nobody_puts_aside_what_is_another_s(ann: Member, bo: Member) -> None:
    act(bo, ann)
    cy = Client(HTTP_HOST="127.0.0.1")
    cy.force_login(cast.cy().account)
    cy.post("/notices/seen/", {"newest": "999999"})
    assert Notice.objects.fresh().count() == 1


def test_forty_notices_cost_as_few_queries_as_one(
    client: Client, ann: Member, bo: Member, django_assert_max_num_queries: object
) -> None:
    for _ in range(40):
        act(bo, ann)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        assert client.get("/notices/").content.decode().count("thanks you") == 40


def test_the_way_to_hear_is_chosen_in_the_settings(client: Client) -> None:
    client.post("/settings/notices/", {"way": "weekly"})
    assert re.search(r'value="weekly" checked', client.get("/settings/").content.decode())
    assert client.post("/settings/notices/", {"way": "by pigeon"}).status_code == 302
