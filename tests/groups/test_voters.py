"""Small groups say more about whom one may want to meet than large ones; hidden memberships say nothing."""

import pytest

import cast
from groups.harbour import belongs, chapter
from rapport.groups.voters import reason, vote
from rapport.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Member]:
    """Ann and Cy are in a group of two, Ann, Bo and Mo in one of three, and Bo hides it."""
    found = cast.all_four()
    chapter(found["ann"], found["mo"], handle="large", name="Large", led_by=cast.member("dee", "Dee Walsh"))
    chapter(found["ann"], found["cy"], handle="small", name="Small", is_hidden=True)
    return found


def test_the_small_group_comes_first(people: dict[str, Member]) -> None:
    assert vote(people["ann"])[0] == people["cy"].pk
    assert reason(people["ann"], people["cy"]) == "You are both in Small."
    assert reason(people["ann"], people["mo"]) == "You are both in Large."


def test_a_hidden_membership_neither_votes_nor_is_a_reason(people: dict[str, Member]) -> None:
    belongs(chapter(people["ann"], handle="third"), people["bo"], is_shown=False)
    assert people["bo"].pk not in vote(people["ann"])
    assert reason(people["ann"], people["bo"]) == ""
    assert vote(people["bo"]) == [people["ann"].pk]


def test_who_is_in_no_group_votes_for_nobody(people: dict[str, Member]) -> None:
    assert vote(people["bo"]) == []
