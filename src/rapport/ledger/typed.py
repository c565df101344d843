"""A promise typed in one line: 'Send the pricing workbook by Friday', 'Call, every 2 weeks'. Pure; today is an
argument."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from rapport.people.typed_days import TypedDay, day_of

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPANS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "other": 2}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_EVERY = re.compile(rf"[,;]?\s*\bevery\s+(?:{_COUNT}\s+)?(?P<span>{'|'.join(_SPANS)})s?\b", re.IGNORECASE)
_DUE = re.compile(r"[,;]?\s+(?:by|until|before|due)\s+(?:on\s+)?(?P<day>[^,;]{3,40})$", re.IGNORECASE)
_AHEAD = re.compile(rf"in\s+{_COUNT}\s+(?P<span>{'|'.join(_SPANS)})s?", re.IGNORECASE)
_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "next week": 7, "next month": 30}
LONGEST = 3650


@dataclass(frozen=True, slots=True)
class TypedPromise:
    """`every_days` for one that comes round again."""

    what: str
    due_on: date | None = None
    every_days: int | None = None


def read(line: str, today: date) -> TypedPromise:
    """What was promised, by when and how often again. What cannot be read as a day stays in the words."""
    text = " ".join(line.split())
    every = None
    if match := _EVERY.search(text):
        days = _SPANS[match["span"].lower()] * _number(match["n"])
        if 1 <= days <= LONGEST:
            every, text = days, (text[: match.start()] + text[match.end() :]).strip()
    due = None
    if match := _DUE.search(text):
        due = due_day(match["day"], today)
        text = text[: match.start()] if due else text
    if every and due is None:
        due = today + timedelta(days=every)
    return TypedPromise(text.strip(" ,;"), due, every)


def due_day(text: str, today: date) -> date | None:
    """A day still to come (or today) as it is typed: Friday, tomorrow, in 2 weeks, 3 May, May 2027; None for none."""
    word = text.strip().rstrip(".").casefold()
    if word in _NEAR:
        return today + timedelta(days=_NEAR[word])
    weekday = next((at for at, name in enumerate(_WEEKDAYS) if word in (name, name[:3], f"next {name}")), None)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if match := _AHEAD.fullmatch(word):
        return today + timedelta(days=_SPANS[match["span"]] * _number(match["n"]))
    day = day_of(text.strip().rstrip("."), today)
    return _last_of(day, today) if day is not None else None


def _number(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdecimal() else _NUMBERS[word.lower()]


def _last_of(day: TypedDay, today: date) -> date | None:
    """By May is by the end of May; by 3 May is by the next 3 May."""
    if day.precision == "day":
        return date.fromisoformat(day.on)
    if day.precision == "month":
        year, month = int(day.on[:4]), int(day.on[5:7])
        return date(year, month, monthrange(year, month)[1])
    if day.precision == "year":
        return date(int(day.on), 12, 31)
    return _next(int(day.on[2:4]), int(day.on[5:7]), today) if day.precision == "month-day" else None


def _next(month: int, number: int, today: date) -> date | None:
    for year in range(today.year, today.year + 9):
        if number <= monthrange(year, month)[1] and date(year, month, number) >= today:
            return date(year, month, number)
    return None
