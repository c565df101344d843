"""The pages of a group stay light, however many are in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from groups.harbour import DAY, NOW, belongs, body, chapter, signed_in
from rapport.groups.models import Group, Membership
from rapport.members.models import Account, Member

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


def crowd(number: int, group: Group) -> list[Member]:
    """So many members of the group, one of them new every day."""
    accounts = Account.objects.bulk_create(Account(email=f"m{n}@town.example") for n in range(number))
    members = Member.objects.bulk_create(
        Member(account=account, handle=f"m{n}", name=f"Member {n}") for n, account in enumerate(accounts)
    )
    Membership.objects.bulk_create(
        Membership(group=group, member=member, joined_at=NOW - n * DAY) for n, member in enumerate(members)
    )
    return list(members)


def queries(viewer: Member, path: str) -> int:
    client = signed_in(viewer)
    client.get(path)
    with CaptureQueriesContext(connection) as found:
        assert client.get(path).status_code == 200
    return len(found)


@pytest.fixture
def people(settings: object) -> dict[str, Member]:
    settings.CLOCK_FIXED = NOW  # type: ignore[attr-defined]
    return cast.all_four()


def test_a_group_of_three_hundred_asks_few_questions(people: dict[str, Member]) -> None:
    group = chapter(people["ann"], led_by=people["mo"])
    crowd(300, group)
    for who in ("ann", "mo", "cy"):
        for page in ("", "people/", "seats/"):
            assert queries(people[who], f"{group.path}{page}") <= MOST_QUERIES, (who, page)
    assert queries(people["mo"], f"{group.path}waiting/") <= MOST_QUERIES


def test_the_list_of_groups_asks_as_few_for_many_as_for_one(people: dict[str, Member]) -> None:
    chapter(people["ann"], people["bo"], led_by=people["mo"])
    chapter(people["bo"], handle="another", place="Oslo")
    few = queries(people["ann"], "/groups/")
    for number in range(40):
        chapter(people["bo"], handle=f"g{number}", name=f"Group {number}", place="Oslo")
    assert queries(people["ann"], "/groups/") == few <= MOST_QUERIES


def test_everybody_is_reached_page_by_page(people: dict[str, Member]) -> None:
    group = chapter(people["ann"], led_by=people["mo"])
    crowd(50, group)
    belongs(group, people["bo"], since=NOW + DAY)
    first = body(people["ann"], f"{group.path}people/")
    after = first.partition("?after=")[2].partition('"')[0]
    second = body(people["ann"], f"{group.path}people/?after={after}")
    assert "Bo Lindqvist" not in first
    assert "Bo Lindqvist" in second
    assert "53 people" in body(people["ann"], group.path)
