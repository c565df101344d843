"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.people.typed_days import UNKNOWN, TypedDay, day_of, is_ahead, split_day

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("text", "on", "precision"),
    [
        ("7 March 1970", "1970-03-07", "day"),
        ("March 7, 1970", "1970-03-07", "day"),
        ("7.3.1970", "1970-03-07", "day"),
        ("1970-03-07", "1970-03-07", "day"),
        ("May 2009", "2009-05", "month"),
        ("2009-05", "2009-05", "month"),
        ("2009", "2009", "year"),
        ("29 February", "--02-29", "month-day"),
        ("--03-07", "--03-07", "month-day"),
        ("3rd of Sept", "--09-03", "month-day"),
        ("yesterday", "2026-11-18", "day"),
    ],
)
def test_a_day_is_known_as_exactly_as_it_is_said(text: str, on: str, precision: str) -> None:
    assert day_of(text, TODAY) == TypedDay(on, precision)


@pytest.mark.parametrize("text", ["31 February 2020", "soon", "7 March 1970 or so", "12345"])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert day_of(text, TODAY) is None


def test_nothing_is_unknown() -> None:
    assert day_of("  ", TODAY) == UNKNOWN


def test_the_words_around_a_day_stay() -> None:
    assert split_day("at the chapter, in May 2009", TODAY) == ("at the chapter", TypedDay("2009-05", "month"))
    assert split_day("birthday 7 March", TODAY) == ("birthday", TypedDay("--03-07", "month-day"))
    assert split_day("at the 2-day fair", TODAY) == ("at the 2-day fair", UNKNOWN)


def test_a_day_to_come_is_seen_at_any_precision() -> None:
    assert is_ahead(TypedDay("2027", "year"), TODAY)
    assert is_ahead(TypedDay("2026-12", "month"), TODAY)
    assert not is_ahead(TypedDay("2026-11", "month"), TODAY)
    assert not is_ahead(TypedDay("--12-24", "month-day"), TODAY)


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    split_day(text, TODAY)
