"""Newcomers to welcome fill a minute that is left."""

from datetime import timedelta

import pytest

import cast
from rapport.groups.lately import welcome
from rapport.groups.models import Group, Membership
from rapport.members.models import Member
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    """Ann and Bo have been in the chapter for long, Cy came yesterday."""
    members = cast.all_four()
    chapter = Group.objects.create(handle="chapter", name="Harbour Chapter")
    for who, days in (("ann", 400), ("bo", 400), ("cy", 1)):
        joined = cast.MORNING - timedelta(days=days)
        Membership.objects.create(group=chapter, member=members[who], joined_at=joined)
    return members


def test_whoever_came_yesterday_is_a_card_until_they_are_welcomed(members: dict[str, Member]) -> None:
    found = card(members["ann"], "welcome")
    assert (found.act, found.reason) == ("Welcome Cy Park to Harbour Chapter", "They joined yesterday.")
    chapter = Group.objects.get()
    welcome(by=members["ann"], member=members["cy"], group=chapter, now=cast.MORNING)
    assert "welcome" not in kinds(members["ann"])


def test_who_is_not_in_the_group_is_not_asked(members: dict[str, Member]) -> None:
    assert "welcome" not in kinds(members["mo"])
