"""Whoever spoke where the owner was is thanked once."""

from datetime import timedelta

import pytest

import cast
from events.gathering import evening
from rapport.events.models import Attendance, Occurrence, Speaker
from rapport.help.thanking import thank
from rapport.members.models import Member
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    """Bo spoke the evening before last; Ann was there."""
    members = cast.all_four()
    date = evening(members["mo"])
    then = cast.MORNING - timedelta(days=1, hours=12)
    Occurrence.objects.filter(pk=date.pk).update(starts_at=then, ends_at=then + timedelta(hours=2))
    Speaker.objects.create(event=date.event, member=members["bo"], agreed_at=then)
    Attendance.objects.create(occurrence=date, member=members["ann"])
    return members


def test_the_speaker_is_a_card_until_thanked(members: dict[str, Member]) -> None:
    assert card(members["ann"], "speaker").act == "Thank Bo Lindqvist"
    thank(by=members["ann"], to=members["bo"], text="It stayed with me.", now=cast.MORNING - timedelta(hours=1))
    assert "speaker" not in kinds(members["ann"])


def test_who_was_not_there_owes_no_thanks(members: dict[str, Member]) -> None:
    assert "speaker" not in kinds(members["cy"])
    assert "speaker" not in kinds(members["bo"])
