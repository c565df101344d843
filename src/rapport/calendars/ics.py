"""Events as a calendar (RFC 5545): a series with its rule, its own zone, and the dates that are not held or moved."""

from __future__ import annotations  # what is imported later is named in signatures

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings

from rapport.events.hours import moment, wall
from rapport.events.models import Event, Occurrence
from rapport.events.recurring import read
from rapport.events.saying import cost_said, where_said
from rapport.kit.contentlines.decoding import harmless
from rapport.kit.ical import PRODUCT


def calendar(parts: Iterable[icalendar.Event], name: str) -> bytes:
    """An .ics file of these entries, with the zones they are in. No text in it can begin a line of its own."""
    made = _begun("PUBLISH")
    made.add("x-wr-calname", icalendar.vText(_line(name)))
    for part in parts:
        made.add_component(part)
    made.add_missing_timezones()
    return bytes(made.to_ical(sorted=False))


def message(part: icalendar.Event, method: str) -> bytes:
    """One entry on its way to somebody's calendar (RFC 5546); of its zone what the clocks do around it."""
    made = _begun(method)
    made.add_component(part)
    year = part.decoded("dtstart").year
    made.add_missing_timezones(date(year, 1, 1), date(year + 1, 12, 31))
    return bytes(made.to_ical(sorted=False))


def series(event: Event, dates: Iterable[Occurrence], stamp: datetime) -> list[icalendar.Event]:
    """The event with all its dates: the rule, the dates left out, and those at another time."""
    master = _entry(event, uid(event), moment(event.on, event.at, event.zone), stamp)
    if event.cancelled_at:
        master.add("status", "CANCELLED")
    if not event.rule:
        dates = list(dates)
        for one in dates:
            return [entry(event, one, stamp)]
        return [master]
    master.add("rrule", _rule(event))
    moved = []
    for one in dates:
        if one.cancelled_at is not None:
            master.add("exdate", _local(moment(one.day, event.at, event.zone), event.zone))
        elif one.moved_on is not None:
            other = _entry(event, uid(event), one.starts_at, stamp)
            other.add("recurrence-id", _local(moment(one.day, event.at, event.zone), event.zone))
            moved.append(other)
    return [master, *moved]


def entry(event: Event, one: Occurrence, stamp: datetime, *, answer: str = "", link: str = "") -> icalendar.Event:
    """One date by itself, as a member's own calendar holds it."""
    name = uid(event, one.day) if event.rule else uid(event)
    made = _entry(event, name, one.starts_at, stamp, link)
    if event.cancelled_at or one.cancelled_at:
        made.add("status", "CANCELLED")
    elif answer:
        made.add("status", "CONFIRMED" if answer == "yes" else "TENTATIVE")
    return made


def uid(event: Event, day: date | None = None) -> str:
    """Stable, and unique in the world."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"event-{event.pk}-{day:%Y%m%d}@{host}" if day else f"event-{event.pk}@{host}"


def _begun(method: str) -> icalendar.Calendar:
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", method)
    return made


def _entry(event: Event, name: str, starts_at: datetime, stamp: datetime, link: str = "") -> icalendar.Event:
    made: Any = icalendar.Event()
    made.add("uid", name)
    made.add("dtstamp", stamp.astimezone(UTC))
    made.add("dtstart", _local(starts_at, event.zone))
    made.add("dtend", _local(starts_at + event.lasts, event.zone))
    made.add("sequence", event.edition)
    made.add("summary", _line(event.title))
    texts = {"location": _line(where_said(event)), "description": _told(event, link)}
    for field, text in texts.items():
        if text:
            made.add(field, text)
    made.add("url", f"{settings.BASE_URL}{event.path}")
    return made  # type: ignore[no-any-return]


def _told(event: Event, link: str) -> str:
    parts = [harmless(event.about).strip(), _line(cost_said(event)), link]
    return "\n\n".join(part for part in parts if part)


def _rule(event: Event) -> icalendar.vRecur:
    """RFC 5545 wants the end of a series with a zone as a moment in UTC."""
    made: Any = icalendar.vRecur.from_ical(event.rule)
    rule = read(event.rule)
    if rule is not None and rule.until is not None:
        made["UNTIL"] = [moment(rule.until, time(23, 59, 59), event.zone)]
    return made  # type: ignore[no-any-return]


def _local(at: datetime, zone: str) -> datetime:
    return at.astimezone(UTC) if zone == "UTC" else wall(at, zone).replace(tzinfo=ZoneInfo(zone))


def _line(text: str) -> str:
    return " ".join(harmless(text).split())
