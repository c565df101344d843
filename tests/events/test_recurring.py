"""Days on which a gathering comes again, held against another reader of RFC 5545."""

from datetime import date, datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from rapport.events.recurring import Rule, days, nth_of, read, written

FIRST = date(2026, 11, 19)  # the third Thursday
FAR = date(2028, 12, 31)


def of(rule: Rule, first: date = FIRST, most: int = 4) -> list[str]:
    return [day.isoformat() for day in days(rule, first, FAR, most)]


def test_every_other_week_on_two_days() -> None:
    rule = Rule("weekly", 2, (1, 3))
    assert of(rule) == ["2026-11-19", "2026-12-01", "2026-12-03", "2026-12-15"]


def test_every_third_thursday() -> None:
    assert of(Rule("monthly", 1, (), 3)) == ["2026-11-19", "2026-12-17", "2027-01-21", "2027-02-18"]


def test_a_fifth_thursday_is_the_last_of_each_month() -> None:
    first = date(2026, 10, 29)
    assert nth_of(first) == -1
    assert of(Rule("monthly", 1, (), -1), first)[:2] == ["2026-10-29", "2026-11-26"]


def test_months_without_the_thirty_first_are_left_out() -> None:
    assert of(Rule("monthly"), date(2027, 1, 31)) == ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"]


def test_a_leap_day_by_the_month_leaves_short_februaries_out() -> None:
    found = of(Rule("monthly"), date(2028, 1, 29), 3)
    assert found == ["2028-01-29", "2028-02-29", "2028-03-29"]
    assert days(Rule("monthly", 12), date(2028, 2, 29), date(2040, 1, 1)) == [
        date(2028, 2, 29),
        date(2032, 2, 29),
        date(2036, 2, 29),
    ]


def test_it_ends_by_a_day_or_by_a_count() -> None:
    assert len(days(Rule("weekly", until=date(2026, 12, 3)), FIRST, FAR)) == 3
    assert len(days(Rule("weekly", count=5), FIRST, FAR)) == 5
    assert days(None, FIRST, FAR) == [FIRST]


@pytest.mark.parametrize("text", ["FREQ=SECONDLY", "FREQ=WEEKLY;INTERVAL=x", "FREQ=WEEKLY;BYDAY=QQ", "nonsense"])
def test_what_nobody_wrote_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        read(text)


rules = st.builds(
    Rule,
    frequency=st.sampled_from(["weekly"]),
    every=st.integers(1, 6),
    weekdays=st.lists(st.integers(0, 6), max_size=3, unique=True).map(tuple),
    count=st.sampled_from([0, 3, 12]),
) | st.builds(Rule, frequency=st.just("monthly"), every=st.integers(1, 6), nth=st.sampled_from([0, 99]))


@given(rules, st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_it_comes_on_the_days_that_others_read_in_the_rule(rule: Rule, first: date) -> None:
    rule = Rule("monthly", rule.every, (), nth_of(first)) if rule.nth == 99 else rule
    text = written(rule, first)
    assert written(read(text) or rule, first) == text
    upto = first + timedelta(days=700)
    begun = datetime(first.year, first.month, first.day)  # noqa: DTZ001 - days, not moments
    expected = [at.date() for at in islice(rrulestr(f"RRULE:{text}", dtstart=begun), 31) if at.date() <= upto]
    found = days(rule, first, upto, 31)
    assert found == expected
