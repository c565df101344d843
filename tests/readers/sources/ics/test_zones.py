"""Zones by every name."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rapport.formats.facts import GatheringFact, UnknownFact
from rapport.readers.sources.ics.zones import known
from readers.sources.ics.reading_calendars import calendar, event, of

CUSTOM = (
    "BEGIN:VTIMEZONE",
    "TZID:Our town",
    "BEGIN:STANDARD",
    "DTSTART:16011028T030000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZOFFSETFROM:+0230",
    "TZOFFSETTO:+0130",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010325T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZOFFSETFROM:+0130",
    "TZOFFSETTO:+0230",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("/mozilla.org/20070129_1/America/New_York", "America/New_York"),
        ("/x/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("posix/Europe/Vaduz", "Europe/Vaduz"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
        ("Eastern", "America/New_York"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
    ],
)
def test_names_of_all_schools(name: str, zone: str) -> None:
    assert known(name) == ZoneInfo(zone)


@pytest.mark.parametrize(
    "name", ["", "../../../../etc/passwd", "/Europe/CUSTOM", "Nowhere", "\x00", "Berlin/Europe", "x" * 9999]
)
def test_names_of_none(name: str) -> None:
    assert known(name) is None


@pytest.mark.parametrize(("day", "offset"), [("20260105", "+01:30"), ("20260705", "+02:30"), ("20261025", "+01:30")])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_zone_the_file_brings_wherever_it_stands(day: str, offset: str, *, is_first: bool) -> None:
    told = event(start=f"DTSTART;TZID=Our town:{day}T120000")
    (found,) = of(GatheringFact, calendar(*CUSTOM, told) if is_first else calendar(told, *CUSTOM))
    assert found.begins.text.endswith(f"T12:00:00{offset}")


def test_a_zone_nobody_knows_is_the_wall_and_is_said_once() -> None:
    text = calendar(*(event(start="DTSTART;TZID=Nowhere:20260105T120000", uid=str(n)) for n in range(3)))
    assert {fact.begins.zone for fact in of(GatheringFact, text)} == {"floating"}
    assert len(of(UnknownFact, text)) == 1


def test_a_zone_of_endless_rules_is_bounded() -> None:
    rule = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    parts = ["BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETTO:+0100", *[rule] * 50, "END:STANDARD"]
    bomb = ["BEGIN:VTIMEZONE", "TZID:Bomb", *parts * 500, "END:VTIMEZONE"]
    assert len(of(GatheringFact, calendar(*bomb, event(start="DTSTART;TZID=Bomb:20260105T120000")))) == 1


def test_known_zones_follow_the_year() -> None:
    zone = known("W. Europe Standard Time")
    assert [datetime(2026, month, 1, tzinfo=zone).isoformat()[-6:] for month in (1, 7)] == ["+01:00", "+02:00"]
