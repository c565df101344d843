"""Birthdays in a calendar."""

import pytest

from rapport.formats.facts import Day, GatheringFact, PersonFact, When
from rapport.readers.sources.ics.birthdays import named
from readers.sources.ics.reading_calendars import calendar, event, of

YEARLY = "RRULE:FREQ=YEARLY"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bo Lindqvist's birthday", "Bo Lindqvist"),
        ("Bo Lindqvist’s 40th Birthday", "Bo Lindqvist"),
        ("🎂 Dee James' birthday!", "Dee James"),
        ("Birthday: Bo Lindqvist", "Bo Lindqvist"),
        ("Bo Lindqvist - Geburtstag", "Bo Lindqvist"),
        ("Bo Lindqvist hat Geburtstag", "Bo Lindqvist"),
        ("Geburtstag von Bo", "Bo"),
        ("Bos Geburtstag", "Bo"),
        ("Anniversaire de Bo Lindqvist", "Bo Lindqvist"),
        ("Cumpleaños de Bo", "Bo"),
        ("Happy birthday!", ""),
        ("Mum's birthday", ""),
        ("Room 7's birthday", ""),
        ("Supper", ""),
    ],
)
def test_whose_birthday_a_title_says(title: str, name: str) -> None:
    assert named(title) == name


def test_a_yearly_day_is_the_persons_and_no_gathering() -> None:
    text = calendar(event("SUMMARY:Bo Lindqvist's birthday", YEARLY, start="DTSTART;VALUE=DATE:20200229"))
    days = (Day("birthday", When("--02-29", "month-day")),)
    assert of(PersonFact, text) == [PersonFact("name:bo lindqvist", "Bo Lindqvist", days=days)]
    assert of(GatheringFact, text) == []


def test_a_first_name_alone_makes_nobody_new() -> None:
    text = calendar(event("SUMMARY:Bo's birthday", "CATEGORIES:BIRTHDAY", start="DTSTART;VALUE=DATE:20200229"))
    assert [person.is_faint for person in of(PersonFact, text)] == [True]


@pytest.mark.parametrize(
    ("title", "start", "rule"),
    [
        ("Happy birthday!", "DTSTART;VALUE=DATE:20200229", YEARLY),
        ("Bo Lindqvist's birthday", "DTSTART:20200229T190000Z", YEARLY),
        ("Bo Lindqvist's birthday", "DTSTART;VALUE=DATE:20200229", "X:1"),
    ],
    ids=["of nobody", "a party", "once, unmarked"],
)
def test_what_only_sounds_like_one_is_a_gathering(title: str, start: str, rule: str) -> None:
    text = calendar(event(f"SUMMARY:{title}", rule, start=start))
    assert len(of(GatheringFact, text)) == 1
    assert of(PersonFact, text) == []
