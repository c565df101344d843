"""The mail that carries a date: whatever stands in it, whatever goes wrong on the way."""

from datetime import timedelta
from typing import Any

import pytest

import cast
from calendars.mailing import calendars, entry_of, letters, methods, work
from events.gathering import evening, says
from rapport.calendars import ics
from rapport.events.models import Occurrence

pytestmark = pytest.mark.django_db
NOW = cast.MORNING


@pytest.fixture(autouse=True)
def _this_morning(settings: Any) -> None:
    settings.CLOCK_FIXED = NOW
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"


def test_one_that_cannot_be_written_is_tried_again_and_keeps_no_other_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bo = cast.ann(), cast.bo()
    evening_ = evening(cast.mo())
    for one in (ann, bo):
        says(evening_, one)
    entry = ics.entry

    def broken(*given: Any, **more: Any) -> Any:
        monkeypatch.setattr(ics, "entry", entry)
        raise RuntimeError("no ink")

    monkeypatch.setattr(ics, "entry", broken)
    work()
    assert (methods(ann), methods(bo)) == ([], ["REQUEST"])
    monkeypatch.setattr("rapport.kit.clock.now", lambda: NOW + timedelta(hours=1))
    work()
    assert methods(ann) == ["REQUEST"]


def test_more_than_an_address_gets_in_a_day_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    ann = cast.ann()
    monkeypatch.setattr("rapport.mailroom.tray.A_DAY", 0)
    says(evening(cast.mo()), ann)
    work()
    assert methods(ann) == []
    monkeypatch.undo()
    monkeypatch.setattr("rapport.kit.clock.now", lambda: NOW + timedelta(hours=1))
    work()
    assert methods(ann) == ["REQUEST"]


@pytest.mark.parametrize("text", ["x\r\nATTENDEE:mailto:cy@town.example", 'a"b;c:d,e\\n', "\u2028Bcc: x", "🦋" * 60])
def test_hostile_words_stay_words(text: str) -> None:
    ann = cast.ann()
    ann.name = text[:200]
    ann.save()
    says(evening(cast.mo(), title=text[:200], place=text), ann)
    work()
    (mail,) = letters(ann)
    _, entry = entry_of(mail)
    assert entry["ATTENDEE"] == "mailto:ann@town.example"
    assert "Bcc" not in mail
    lines = next(part for part in mail.walk() if part.get_content_type() == "text/calendar").get_content().splitlines()
    assert sum(line.startswith("ATTENDEE") for line in lines) == 1


def test_where_to_join_online_is_told_to_those_who_come() -> None:
    ann = cast.ann()
    says(evening(cast.mo(), mode="online", link="https://meet.example/x"), ann)
    work()
    assert "https://meet.example/x" in calendars(ann)[0][1]["DESCRIPTION"]
    says(Occurrence.objects.get(), ann, "no")
    work()
    assert "meet.example" not in letters(ann)[1].as_string()
