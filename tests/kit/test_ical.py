"""Calendars written: read back by others as they were meant."""

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.kit.ical import Entry, calendar

STAMP = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)
SUPPER = Entry(
    "occasions-7@town.example",
    "Harvest supper, second sitting",
    datetime(2026, 10, 3, 20, 0, tzinfo=timezone(timedelta(hours=1))),
    datetime(2026, 10, 3, 22, 30, tzinfo=timezone(timedelta(hours=1))),
    place="Harbour Hotel; back door",
    url="https://town.example/supper",
    text="Bring a chair\nand Bo",
)


def read(*entries: Entry) -> list[icalendar.Event]:
    raw = calendar(entries, name="Your people", stamp=STAMP)
    return list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))


def test_an_entry_is_read_as_it_was_meant() -> None:
    (found,) = read(SUPPER)
    assert found["UID"] == SUPPER.uid
    assert found["SUMMARY"] == SUPPER.title
    assert found["LOCATION"] == SUPPER.place
    assert found["DESCRIPTION"] == SUPPER.text
    assert found["URL"] == SUPPER.url
    assert (found.start, found.end) == (SUPPER.begins, SUPPER.ends)


def test_whole_days_and_birthdays() -> None:
    fair, day = read(
        Entry("1", "Fair", date(2026, 5, 1), date(2026, 5, 3)), Entry("2", "Ann", date(2000, 4, 12), is_yearly=True)
    )
    assert (fair["DTSTART"].dt, fair["DTEND"].dt) == (date(2026, 5, 1), date(2026, 5, 4))
    assert day["RRULE"].to_ical() == b"FREQ=YEARLY"


def test_a_birthday_of_29_february_comes_every_year() -> None:
    (found,) = read(Entry("1", "Bo", date(2000, 2, 29), is_yearly=True))
    assert found["RRULE"] == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}


def test_the_same_entries_are_the_same_bytes() -> None:
    assert calendar([SUPPER], name="x", stamp=STAMP) == calendar([SUPPER], name="x", stamp=STAMP)


def test_what_was_cancelled_says_so() -> None:
    (found,) = read(Entry("1", "Fair", date(2026, 5, 1), is_cancelled=True))
    assert found["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://town.example/\r\nX:1", "https://a b", ""])
def test_a_link_that_is_none_is_left_out(url: str) -> None:
    (found,) = read(Entry("1", "Fair", date(2026, 5, 1), url=url))
    assert "URL" not in found


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        calendar([Entry("1", "x", datetime(2026, 5, 1, 9))], name="x", stamp=STAMP)  # noqa: DTZ001


@given(st.text(), st.text(), st.text())
def test_no_text_begins_a_line_of_its_own(title: str, text: str, uid: str) -> None:
    raw = calendar([Entry(uid, title, date(2026, 5, 1), place=title, text=text)], name=text, stamp=STAMP)
    lines = raw.decode().replace("\r\n ", "").splitlines()
    names = [line.partition(":")[0].partition(";")[0] for line in lines]
    allowed = {"BEGIN", "END", "PRODID", "VERSION", "METHOD", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "SUMMARY"}
    assert set(names) <= allowed | {"LOCATION", "DESCRIPTION"}
    assert all(len(piece) <= 75 for piece in raw.split(b"\r\n"))
