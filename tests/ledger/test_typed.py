"""A promise typed in one line."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.ledger.typed import due_day, read

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("line", "what", "due"),
    [
        ("Send the workbook by Friday", "Send the workbook", date(2026, 11, 20)),
        ("Send the workbook by Thursday.", "Send the workbook", date(2026, 11, 26)),
        ("Call back, by tomorrow", "Call back", date(2026, 11, 20)),
        ("Lend the ladder until 3 May 2027", "Lend the ladder", date(2027, 5, 3)),
        ("Figures before 3 March", "Figures", date(2027, 3, 3)),
        ("The plan by February 2028", "The plan", date(2028, 2, 29)),
        ("The book by 2028", "The book", date(2028, 12, 31)),
        ("A visit by 29 February", "A visit", date(2028, 2, 29)),
        ("Ask Bo, due in two weeks", "Ask Bo", date(2026, 12, 3)),
        ("Stand by me", "Stand by me", None),
        ("Read the book by Bo Lindqvist", "Read the book by Bo Lindqvist", None),
        ("", "", None),
    ],
)
def test_the_day_is_read_off_the_end(line: str, what: str, due: date | None) -> None:
    typed = read(line, THURSDAY)
    assert (typed.what, typed.due_on) == (what, due)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Call every 2 weeks", 14),
        ("Lunch, every month", 30),
        ("Write every other week", 14),
        ("Every now and then", None),
    ],
)
def test_what_comes_round_says_so(line: str, days: int | None) -> None:
    typed = read(line, THURSDAY)
    assert typed.every_days == days
    assert typed.due_on == (THURSDAY + timedelta(days) if days else None)


def test_every_no_days_is_no_rhythm() -> None:
    assert read("Water the plants every 0 days", THURSDAY).every_days is None


@given(st.text(max_size=80), st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_anything_can_be_typed(line: str, today: date) -> None:
    typed = read(line, today)
    assert len(typed.what) <= len(line)
    due_day(line, today)
