"""Whoever one connected with around a gathering may have been met there; the owner says so, or not."""

import re
from datetime import date
from typing import Any

import pytest

import cast
from people.pages import as_member, words
from rapport.people.models import Identity, Met, Occasion, Person, Presence

pytestmark = pytest.mark.django_db


def connected(person: Person, since: str, precision: str = "day") -> None:
    key = {"key": "linkedin:bo", "platform": "linkedin", "handle": "bo"}
    Identity.objects.create(book=person.book, person=person, since=since, since_precision=precision, **key)


def gathering(person: Person, on: date, guests: int = 3, **told: Any) -> Occasion:
    held = Occasion.objects.create(book=person.book, key=f"{on}", title="Harbour breakfast", begins_on=on, **told)
    for number in range(guests):
        guest = cast.known_in(person.book, f"Guest {number}")
        Presence.objects.create(book=person.book, person=guest, key=f"{on}", occasion=held)
    return held


def test_a_connection_of_the_days_after_a_gathering_is_told_with_it() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    connected(bo, "2026-03-06")
    held = gathering(bo, date(2026, 3, 4))
    page = words(browser.get(bo.path))
    assert "Connected on LinkedIn on 6 March 2026, around" in page
    assert held.path in page
    form = re.findall(r'name="(whole|how|on|channel)" value="([^"]+)"', page)
    browser.post(f"{bo.path}facts/met/", dict(form))
    met = Met.objects.get(person=bo)
    assert (met.how, met.on, met.channel) == ("Harbour breakfast", "2026-03-04", "in_person")
    assert "We met there" not in words(browser.get(bo.path))


@pytest.mark.parametrize(
    ("on", "guests", "told"),
    [
        (date(2026, 3, 3), 3, {}),  # too long before
        (date(2026, 3, 7), 3, {}),  # after
        (date(2026, 3, 6), 1, {}),  # an appointment
        (date(2026, 3, 6), 3, {"own_answer": "declined"}),
        (date(2026, 3, 6), 3, {"is_cancelled": True}),
    ],
)
def test_what_was_no_gathering_around_then_is_not_told(on: date, guests: int, told: dict[str, Any]) -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    connected(bo, "2026-03-06")
    gathering(bo, on, guests, **told)
    assert "We met there" not in words(as_member(ann).get(bo.path))


def test_a_year_is_no_day_and_others_calendars_tell_nothing() -> None:
    ann, cy = cast.ann(), cast.cy()
    bo = cast.known(ann, "Bo Lindqvist")
    connected(bo, "2026", "year")
    gathering(bo, date(2026, 1, 1))
    assert "We met there" not in words(as_member(ann).get(bo.path))
    theirs = cast.known(cy, "Bo Lindqvist")
    connected(theirs, "2026-01-01")
    assert "We met there" not in words(as_member(cy).get(theirs.path))
