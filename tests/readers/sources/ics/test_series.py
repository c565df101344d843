"""Series: each time that was held with guests, and never more than they are worth."""

from datetime import date, datetime, time, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.formats.facts import GatheringFact, SkippedFact, UnknownFact
from rapport.readers.sources.ics.rule import Unrepeatable, rule_of
from rapport.readers.sources.ics.series import Budget, starts
from readers.sources.ics.reading_calendars import ASKED, calendar, event, gatherings, of, talks

WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4"
BERLIN = "DTSTART;TZID=Europe/Berlin:20261008T190000"


def days(found: list[GatheringFact]) -> list[str]:
    return [fact.begins.text[:10] for fact in found]


def test_each_time_of_a_series_with_guests() -> None:
    found = gatherings(*ASKED, WEEKLY, "DTEND;TZID=Europe/Berlin:20261008T200000", start=BERLIN)
    assert [(fact.begins.text, fact.ends and fact.ends.text) for fact in found[2:]] == [
        ("2026-10-22T19:00:00+02:00", "2026-10-22T20:00:00+02:00"),
        ("2026-10-29T19:00:00+01:00", "2026-10-29T20:00:00+01:00"),
    ]
    assert found[3].key == "1|20261029T180000Z"
    assert len(talks(*ASKED, WEEKLY, start=BERLIN)) == 4


def test_a_series_nobody_was_asked_to_is_told_once() -> None:
    assert len(gatherings(WEEKLY)) == 1


def test_a_series_goes_on_into_the_near_future_only() -> None:
    found = gatherings(*ASKED, "RRULE:FREQ=MONTHLY", start="DTSTART:20261005T090000Z")
    assert days(found) == ["2026-10-05", "2026-11-05", "2026-12-05", "2027-01-05", "2027-02-05"]
    assert len(talks(*ASKED, "RRULE:FREQ=MONTHLY", start="DTSTART:20261005T090000Z")) == 2


@pytest.mark.parametrize(
    "exception",
    ["EXDATE:20260112T090000Z", "EXDATE;VALUE=DATE:20260112", "EXDATE;TZID=Europe/Berlin:20260112T100000,20260301T1"],
)
def test_times_that_were_taken_out_are_not_told(exception: str) -> None:
    assert days(gatherings(*ASKED, "RRULE:FREQ=WEEKLY;COUNT=3", exception)) == ["2026-01-05", "2026-01-19"]


def test_a_changed_time_keeps_the_key_of_what_it_replaces() -> None:
    text = calendar(
        event(*ASKED, "RRULE:FREQ=WEEKLY;UNTIL=20260119T090000Z"),
        event(*ASKED, "RECURRENCE-ID:20260112T090000Z", start="DTSTART:20260113T100000Z"),
    )
    found = of(GatheringFact, text)
    assert days(found) == ["2026-01-05", "2026-01-19", "2026-01-13"]
    assert found[2].key == "1|20260112T090000Z"


def test_listed_dates_beside_an_override_are_times_of_their_own() -> None:
    found = gatherings(
        *ASKED, "RECURRENCE-ID;RANGE=THISANDFUTURE:20260105T090000Z", "RDATE:20260106T090000Z,20260107T090000Z"
    )
    assert [fact.key[2:10] for fact in found] == ["20260105", "20260106", "20260107"]


@pytest.mark.parametrize("until", ["UNTIL=20260112", "UNTIL=20260112T090000Z", "UNTIL=20260112T235959"])
def test_every_form_of_an_end(until: str) -> None:
    assert days(gatherings(*ASKED, f"RRULE:FREQ=WEEKLY;{until}")) == ["2026-01-05", "2026-01-12"]


def test_of_a_long_series_the_first_and_the_latest() -> None:
    text = calendar(event(*ASKED, "RRULE:FREQ=DAILY", start="DTSTART:20200101T090000Z"))
    found = of(GatheringFact, text)
    assert (len(found), days(found)[0], days(found)[-1]) == (400, "2020-01-01", "2027-02-16")
    assert of(SkippedFact, text)[0].why == "middle of a long series"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=YEARLY;RSCALE=CHINESE",
        "FREQ=YEARLY;BYDAY=99MO",
        "FREQ=YEARLY;BYWEEKNO=20",
        "W1 MO 20270101T000000",
        "FREQ=" + "DAILY" * 1000,
        "",
    ],
)
def test_a_rule_that_is_not_followed_leaves_the_first_time_and_a_sentence(rule: str) -> None:
    text = calendar(event(*ASKED, f"RRULE:{rule}"))
    assert days(of(GatheringFact, text)) == ["2026-01-05"]
    assert len(of(UnknownFact, text)) == (1 if rule else 0)


def test_a_rule_that_never_comes_true_ends() -> None:
    assert len(gatherings(*ASKED, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", start="DTSTART:19000101T090000Z")) == 1


def test_a_file_of_nothing_but_series_is_bounded() -> None:
    budget = Budget(days=200)
    begin = datetime(2026, 1, 1)  # noqa: DTZ001
    daily = rule_of("FREQ=DAILY")
    assert len(list(starts(daily, begin, begin + timedelta(days=60), budget))) == 61
    with pytest.raises(Unrepeatable):
        list(starts(daily, begin, begin + timedelta(days=60), budget))


RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=50",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY;BYMONTH=1,7",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
    "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU",
    "FREQ=WEEKLY;BYMONTH=3;BYDAY=FR",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=-1",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
    "FREQ=MONTHLY;BYDAY=2WE,-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1,3;COUNT=20",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "FREQ=YEARLY;BYDAY=20MO,-1FR",
    "FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=15,-1",
    "FREQ=YEARLY;BYYEARDAY=1,100,-1",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4",
)


@pytest.mark.parametrize("rule", RULES)
@given(begin=st.dates(date(2000, 1, 1), date(2020, 12, 31)))
@settings(max_examples=20)
def test_the_walk_finds_what_dateutil_finds(rule: str, begin: date) -> None:
    first = datetime.combine(begin, time(9, 30))
    last = first + timedelta(days=900)
    wanted = list(takewhile(lambda at: at <= last, rrulestr(f"RRULE:{rule}", dtstart=first)))
    found = list(starts(rule_of(rule), first, last, Budget()))
    assert found[0] == first
    # The beginning is a time of the series in any case, and counts; dateutil takes it only where the rule fits it.
    if wanted[:1] == [first] or "COUNT" not in rule:
        assert found[1:] == [at for at in wanted if at != first]
