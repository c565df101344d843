"""Whoever spoke where the owner was is thanked once."""

from datetime import timedelta

import pytest
from django.core import mail

import cast
from events.gathering import evening
from people.pages import as_member
from rapport.events.models import Attendance, Occurrence, Speaker
from rapport.events.speaking import name_speaker
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


def test_who_spoke_from_outside_is_thanked_by_mail(members: dict[str, Member]) -> None:
    event = Occurrence.objects.get().event
    Speaker.objects.filter(event=event).delete()
    name_speaker(event=event, name="Tove Lund", now=cast.MORNING)
    found = card(members["ann"], "speaker")
    assert (found.act, found.url) == ("Thank Tove Lund", "/thanks/new/?name=Tove%20Lund")
    ann = as_member(members["ann"])
    assert "Tove Lund is not here" in ann.get(found.url).content.decode()
    sent = {"to": "tove@lund.example", "name": "Tove Lund", "text": "It stayed with me.", "who": "private"}
    ann.post("/thanks/new/", sent)
    assert "Hello Tove Lund," in mail.outbox[0].body
    assert "speaker" not in kinds(members["ann"])
