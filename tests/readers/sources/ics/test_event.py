"""One event: what, when, where."""

import pytest

from rapport.formats.facts import DroppedFact, GatheringFact, When
from readers.sources.ics.reading_calendars import calendar, event, gatherings, of


def test_an_event_with_everything() -> None:
    (found,) = gatherings(
        "SUMMARY:Harvest supper\\, second sitting",
        "DTEND:20260105T103000Z",
        "LOCATION:Harbour Hotel",
        "URL:https://town.example/supper?utm_source=x",
        "DESCRIPTION:Bring a chair<br>and <b>Bo</b> &amp; Cy",
    )
    assert found == GatheringFact(
        "1|20260105T090000Z",
        "Harvest supper, second sitting",
        When("2026-01-05T09:00:00+00:00", "minute", "utc"),
        When("2026-01-05T10:30:00+00:00", "minute", "utc"),
        place="Harbour Hotel",
        url="https://town.example/supper",
        text="Bring a chair\nand Bo & Cy",
    )


@pytest.mark.parametrize(
    ("start", "text", "zone"),
    [
        ("DTSTART;VALUE=DATE:20260105", "2026-01-05", "none"),
        ("DTSTART:20260105", "2026-01-05", "none"),
        ("DTSTART:20260105T0900", "2026-01-05T09:00:00", "floating"),
        ("DTSTART;TZID=America/New_York:20260105T090000", "2026-01-05T09:00:00-05:00", "offset"),
        ("DTSTART;TZID=Nowhere/At_All:20260105T090000", "2026-01-05T09:00:00", "floating"),
        ("DTSTART;;VALUE=DATE-TIME:20260105T090030Z", "2026-01-05T09:00:30+00:00", "utc"),
        ("DTSTART;TZID=Europe/London:18400105T090000", "1840-01-05T09:01:15+00:00", "utc"),
    ],
)
def test_every_form_of_a_beginning(start: str, text: str, zone: str) -> None:
    (found,) = gatherings(start=start)
    assert (found.begins.text, found.begins.zone) == (text, zone)


def test_whole_days_end_on_their_last_day() -> None:
    (found,) = gatherings("DTEND;VALUE=DATE:20260108", start="DTSTART;VALUE=DATE:20260105")
    assert found.ends == When("2026-01-07", "day")
    (one_day,) = gatherings("DTEND;VALUE=DATE:20260106", start="DTSTART;VALUE=DATE:20260105")
    assert one_day.ends is None


@pytest.mark.parametrize(
    ("length", "end"),
    [("PT1H30M", "2026-01-05T10:30:00+00:00"), ("P1W", "2026-01-12T09:00:00+00:00"), ("P9999W", None), ("-PT1H", None)],
)
def test_a_duration_gives_the_end(length: str, end: str | None) -> None:
    (found,) = gatherings(f"DURATION:{length}")
    assert (found.ends.text if found.ends else None) == end


def test_an_end_before_the_beginning_is_none() -> None:
    assert gatherings("DTEND:20260105T080000Z")[0].ends is None


def test_a_link_in_the_place_of_the_place_is_a_link() -> None:
    (found,) = gatherings("LOCATION:https://town.example/room/7")
    assert (found.place, found.url) == ("", "https://town.example/room/7")
    assert gatherings("URL:javascript:alert(1)")[0].url == ""


def test_what_was_cancelled_says_so() -> None:
    assert gatherings("STATUS:CANCELLED")[0].is_cancelled
    assert of(GatheringFact, calendar("METHOD:CANCEL", event()))[0].is_cancelled


def test_an_alarm_speaks_for_itself() -> None:
    alarm = ("BEGIN:VALARM", "SUMMARY:Alarm", "ATTENDEE:mailto:bo@town.example", "END:VALARM")
    (found,) = gatherings(*alarm, "SUMMARY:Supper")
    assert (found.title, found.guests) == ("Supper", ())


@pytest.mark.parametrize("start", ["", "DTSTART:20261332T990000Z", "DTSTART:soon", "DTSTART:00010101T000000Z"])
def test_an_event_without_a_beginning_is_dropped_and_said(start: str) -> None:
    text = calendar(event(start=start or "X:1", uid="bad"), event(uid="good"))
    assert [fact.key for fact in of(GatheringFact, text)] == ["good|20260105T090000Z"]
    assert [fact.where for fact in of(DroppedFact, text)] == ["work.ics:3"]


def test_events_without_a_uid_are_known_by_what_they_are() -> None:
    text = calendar(event("SUMMARY:a", uid=""), event("SUMMARY:b", uid=""), event("SUMMARY:a", uid=""))
    assert len({fact.key for fact in of(GatheringFact, text)}) == 2
