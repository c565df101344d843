"""Days and counts in the words of everyday speech; today is Thursday 19 November 2026."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from rapport.kit.wording import ago, counted, day, hour, moment, weekday

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (date(2026, 11, 19), "today"),
        (date(2026, 11, 18), "yesterday"),
        (date(2026, 11, 16), "on Monday"),
        (date(2026, 11, 13), "last Friday"),
        (date(2026, 11, 9), "last week"),
        (date(2026, 11, 6), "2 weeks ago"),
        (date(2026, 6, 4), "in June"),
        (date(2025, 12, 24), "last year"),
        (date(2023, 5, 1), "3 years ago"),
    ],
)
def test_the_past_is_said_as_people_say_it(then: date, said: str) -> None:
    assert ago(then, TODAY) == said


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (date(2026, 11, 20), "tomorrow"),
        (date(2026, 11, 22), "on Sunday"),
        (date(2026, 11, 27), "next week"),
        (date(2026, 12, 10), "in 3 weeks"),
        (date(2027, 3, 1), "in March"),
        (date(2029, 3, 1), "in 3 years"),
    ],
)
def test_the_future_is_said_as_people_say_it(then: date, said: str) -> None:
    assert ago(then, TODAY) == said


@pytest.mark.parametrize(
    ("precision", "said"),
    [("month", "in September 2016"), ("year", "in 2016"), ("unknown", "at an unknown time"), ("day", "10 years ago")],
)
def test_what_is_known_roughly_is_said_roughly(precision: str, said: str) -> None:
    assert ago(date(2016, 9, 1), TODAY, precision) == said


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        ("day", "4 May 1970"),
        ("month", "May 1970"),
        ("year", "1970"),
        ("month-day", "4 May"),
        ("unknown", "date unknown"),
    ],
)
def test_a_day_is_written_as_exactly_as_it_is_known(precision: str, said: str) -> None:
    assert day(date(1970, 5, 4), precision) == said


def test_moments_are_read_in_the_zone_of_the_reader() -> None:
    late = datetime(2026, 11, 18, 20, 30, tzinfo=UTC)
    with timezone.override("Pacific/Auckland"):
        assert hour(late) == "09:30"
        assert moment(late) == "Thursday 19 November 2026, 09:30"
        assert weekday(late) == "Thursday 19 November"
        assert ago(late, datetime(2026, 11, 18, 21, 0, tzinfo=UTC)) == "today"


def test_counts_carry_their_word() -> None:
    assert counted(1, "person", "people") == "1 person"
    assert counted(1204, "person", "people") == "1,204 people"


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.dates(date(1000, 1, 1), date(3000, 1, 1)))
def test_every_pair_of_days_can_be_said(then: date, now: date) -> None:
    assert ago(then, now)
