"""On which days a gathering comes again: the part of RFC 5545 that people use, on days of the wall calendar.

Hours and zones are no business of this module: a day is a local date, and the hour of the wall is added by whoever
knows the zone. Everything here ends: with no end said, the caller says how far to look.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_EVERY, MOST_COUNT = 52, 500
_LOOKS = 1000  # months or weeks without a hit after which nothing will come: 29 February every 12 months is met sooner

Frequency = Literal["weekly", "monthly"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Every `every` weeks on `weekdays` (0 is Monday) and on that of the first day, or every `every` months: on the
    `nth` (-1: the last) weekday of the first day's kind, or with `nth` 0 on its date. `until` is the last day it may
    fall on, `count` how often it is held in all; 0 and None: without end. Months without the day are left out."""

    frequency: Frequency
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    until: date | None = None
    count: int = 0


def written(rule: Rule, first: date) -> str:
    """The rule as RFC 5545 writes it, for a series that begins on `first`; `until` stands as a plain day."""
    parts = [f"FREQ={rule.frequency.upper()}"]
    if rule.every > 1:
        parts.append(f"INTERVAL={rule.every}")
    if rule.frequency == "weekly":
        parts.append("BYDAY=" + ",".join(WEEKDAYS[day] for day in _weekdays(rule, first)))
    elif rule.nth:
        parts.append(f"BYDAY={rule.nth}{WEEKDAYS[first.weekday()]}")
    else:
        parts.append(f"BYMONTHDAY={first.day}")
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    elif rule.until:
        parts.append(f"UNTIL={rule.until:%Y%m%d}")
    return ";".join(parts)


def read(text: str) -> Rule | None:
    """What `written` wrote; None for nothing. ValueError for anything else."""
    if not text:
        return None
    parts = dict(part.split("=", 1) for part in text.split(";"))
    every, count = int(parts.get("INTERVAL", "1")), int(parts.get("COUNT", "0"))
    until = date.fromisoformat(parts["UNTIL"][:8]) if "UNTIL" in parts else None
    by_day = parts.get("BYDAY", "")
    if parts["FREQ"] == "WEEKLY":
        days = tuple(WEEKDAYS.index(day) for day in by_day.split(",") if day)
        return Rule("weekly", every, days, 0, until, count)
    if parts["FREQ"] != "MONTHLY":
        raise ValueError("It comes again by the week or by the month.")
    return Rule("monthly", every, (), int(by_day[:-2]) if by_day else 0, until, count)


def days(rule: Rule | None, first: date, upto: date, most: int = 5000) -> list[date]:
    """The days from `first` to `upto`, at most so many, in order. Without a rule it is held once."""
    if rule is None:
        return [first]
    last = min(upto, rule.until) if rule.until else upto
    found = []
    for day in islice(_endless(rule, first), min(most, rule.count or most)):
        if day > last and day != first:
            break
        found.append(day)
    return found


def nth_of(first: date) -> int:
    """Which of its kind in the month: 3 for a third Thursday, -1 for a fifth, which not every month has."""
    nth = (first.day + 6) // 7
    return nth if nth < 5 else -1


def _endless(rule: Rule, first: date) -> Iterator[date]:
    yield first
    steps = _by_week(rule, first) if rule.frequency == "weekly" else _by_month(rule, first)
    yield from (day for day in steps if day > first)


def _by_week(rule: Rule, first: date) -> Iterator[date]:
    monday = first - timedelta(days=first.weekday())
    wanted = _weekdays(rule, first)
    while monday.year < date.max.year - 1:
        yield from (monday + timedelta(days=day) for day in wanted)
        monday += timedelta(weeks=rule.every)


def _by_month(rule: Rule, first: date) -> Iterator[date]:
    month, missed = first.year * 12 + first.month - 1, 0
    while missed < _LOOKS and month // 12 < date.max.year - 1:
        day = _in_month(rule, first, month // 12, month % 12 + 1)
        missed = 0 if day else missed + 1
        if day:
            yield day
        month += rule.every


def _in_month(rule: Rule, first: date, year: int, month: int) -> date | None:
    length = monthrange(year, month)[1]
    if not rule.nth:
        return date(year, month, first.day) if first.day <= length else None
    if rule.nth < 0:
        last = date(year, month, length)
        return last - timedelta(days=(last.weekday() - first.weekday()) % 7)
    begun = date(year, month, 1)
    day = 1 + (first.weekday() - begun.weekday()) % 7 + 7 * (rule.nth - 1)
    return date(year, month, day) if day <= length else None


def _weekdays(rule: Rule, first: date) -> tuple[int, ...]:
    return tuple(sorted({*rule.weekdays, first.weekday()}))
