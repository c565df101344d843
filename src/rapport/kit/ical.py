"""Entries written as a calendar (RFC 5545) that any calendar program can read or subscribe to."""

from __future__ import annotations  # what is imported later is named in signatures

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

from rapport.kit.contentlines.decoding import harmless

PRODUCT = "-//Rapport//Rapport//EN"


@dataclass(frozen=True)
class Entry:
    """One entry. `begins` is a day or an aware moment, `ends` the same kind: of whole days the last day.

    `uid` is stable and unique in the world (`people-7@town.example`). `is_yearly`: a day that comes back each year;
    where its own year is not known, take a leap year.
    """

    uid: str
    title: str
    begins: date | datetime
    ends: date | datetime | None = None
    place: str = ""
    url: str = ""
    text: str = ""
    is_yearly: bool = False
    is_cancelled: bool = False


def calendar(entries: Iterable[Entry], *, name: str, stamp: datetime) -> bytes:
    """The entries as an .ics file in the order given. `stamp` is when they were written down; the same arguments give
    the same bytes. No text in an entry can begin a line of its own. Raises `ValueError` for a moment without zone."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", icalendar.vText(_line(name)))
    for entry in entries:
        made.add_component(_event(entry, stamp))
    return bytes(made.to_ical(sorted=False))


def _event(entry: Entry, stamp: datetime) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", _line(entry.uid))
    event.add("dtstamp", _instant(stamp))
    event.add("dtstart", _moment(entry.begins))
    if entry.ends is not None and entry.ends > entry.begins:
        # RFC 5545 counts whole days up to the day after the last.
        event.add("dtend", _instant(entry.ends) if isinstance(entry.ends, datetime) else entry.ends + timedelta(days=1))
    if entry.is_yearly:
        event.add("rrule", _yearly(entry.begins))
        event.add("transp", "TRANSPARENT")
    event.add("summary", _line(entry.title))
    texts = {"location": _line(entry.place), "description": harmless(entry.text).strip()}
    for field, text in texts.items():
        if text:
            event.add(field, text)
    if entry.url.startswith(("http://", "https://")) and entry.url.isprintable() and " " not in entry.url:
        event.add("url", entry.url)
    if entry.is_cancelled:
        event.add("status", "CANCELLED")
    return event


def _moment(of: date | datetime) -> date | datetime:
    return _instant(of) if isinstance(of, datetime) else of


def _instant(of: datetime) -> datetime:
    if of.tzinfo is None:
        raise ValueError("a moment without a zone is no moment")
    return of.astimezone(UTC)


def _yearly(of: date) -> dict[str, str | int]:
    """Those of 29 February have their day at the end of the month in the years between."""
    if (of.month, of.day) == (2, 29):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}


def _line(text: str) -> str:
    return " ".join(harmless(text).split())
