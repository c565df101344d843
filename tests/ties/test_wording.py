"""How two have been in touch, in everyday words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.ties.wording import month, rhythm, silent_for

TODAY = date(2026, 11, 19)
NOW = TODAY.toordinal()


def days(first: date, last: date, step: int) -> list[int]:
    return list(range(first.toordinal(), last.toordinal() + 1, step))


@pytest.mark.parametrize(
    ("touched", "says"),
    [
        ([], ""),
        ([NOW + 3], ""),
        (days(date(2025, 1, 1), date(2026, 6, 20), 7), "Most weeks until June, nothing since"),
        (days(date(2024, 1, 1), date(2025, 6, 20), 2), "Almost daily until June last year, nothing since"),
        (days(date(2018, 1, 1), date(2019, 6, 1), 30), "About once a month until May 2019, nothing since"),
        ([date(2026, 3, 1).toordinal()], "In touch once, in March"),
        ([date(2026, 3, 1).toordinal(), date(2026, 3, 9).toordinal()], "On 2 days so far, last in March"),
        (days(date(2026, 1, 8), date(2026, 11, 5), 7), "Most weeks, last this month"),
        ([NOW - 8], "In touch once, this month"),
    ],
)
def test_a_rhythm_is_said_as_one_would(touched: list[int], says: str) -> None:
    assert rhythm(touched, NOW) == says


@given(st.lists(st.integers(NOW - 9000, NOW + 30), unique=True, max_size=60))
def test_any_days_can_be_said(touched: list[int]) -> None:
    says = rhythm(sorted(touched), NOW)
    assert bool(says) == any(day <= NOW for day in touched)
    assert "%" not in says


@given(st.lists(st.integers(NOW - 3000, NOW), unique=True, min_size=1, max_size=40), st.integers(1, 400))
def test_days_still_to_come_change_nothing(touched: list[int], ahead: int) -> None:
    assert rhythm(sorted(touched), NOW) == rhythm([*sorted(touched), NOW + ahead], NOW)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 1, 31), "January"),
        (date(2025, 12, 1), "December"),
        (date(2025, 11, 30), "November last year"),
        (date(2024, 2, 29), "February 2024"),
    ],
)
def test_a_month_is_named_as_near_as_it_is(day: date, says: str) -> None:
    assert month(day.toordinal(), NOW) == says


@pytest.mark.parametrize(
    ("span", "says"), [(1, "1 day"), (13, "13 days"), (21, "3 weeks"), (150, "5 months"), (800, "2 years")]
)
def test_a_silence_is_said_roughly(span: int, says: str) -> None:
    assert silent_for(span) == says
    assert silent_for(timedelta(span).days) == says
