"""Dates as files write them: what the order of day and month is, is settled once for a whole column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

from rapport.formats import nothing
from rapport.formats.facts import When, Zone
from rapport.formats.months import month_key, table_for

NOT_UNDERSTOOD = "date not understood"
NO_SUCH_DATE = "there is no such date"
OUT_OF_RANGE = "date out of range"
NO_YEAR = (0, 1604)  # years that address books write for "year unknown"

DAY_ORDERS = ("day first", "month first")  # how the owner is asked

Order = Literal["day_first", "month_first", "unsaid"]

_CLOCK = re.compile(
    r"[\sT,]\s*(?:at |um |à |a las |alle )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?"
    r"(?:\s*([apAP])\.?\s?[mM]\b\.?)?(?:\s*(UTC|GMT|Z|[+-]\d{2}:?\d{2})\b)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?")
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SIGNS = str.maketrans({"年": "-", "月": "-", "日": None, "년": "-", "월": "-", "일": None, "\u202f": " ", "\xa0": " "})
_LITTLE = {"de", "del", "do", "da", "di", "den", "der", "of", "le", "el", "st", "nd", "rd", "th"}
_LITTLE |= {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
_LITTLE |= {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_LONGEST = 100
_PLAIN_LENGTH = len("2025-06-01 14:03:22")


@dataclass
class DateColumn:
    """Reads the dates of one column.

    `earliest` is the day before which no date can be true (the platform did not exist), `latest` the moment after
    which none can; `bare` says how a time without zone is to be read. Make it with `settled`.
    """

    order: Order = "unsaid"
    months: dict[str, int] = field(default_factory=lambda: table_for(()))
    bare: Zone = "floating"
    earliest: date = date(1800, 1, 1)
    latest: datetime = datetime(9000, 1, 1, tzinfo=UTC)
    is_guessed: bool = False
    _seen: dict[str, tuple[When | None, str]] = field(default_factory=dict)

    def read(self, text: str) -> tuple[When | None, str]:
        """The moment, or None with the reason; None without a reason where the cell says there is no date."""
        found = self._seen.get(text)
        if found is None:
            found = self._read(text.strip())
            if len(self._seen) < 20_000:
                self._seen[text] = found
        return found

    def _read(self, text: str) -> tuple[When | None, str]:
        if not text.strip("0/-. ") or not nothing.cell(text):
            return None, ""
        if len(text) > _LONGEST:
            return None, NOT_UNDERSTOOD
        try:
            when = self._plain(text) or self._parsed(text)
        except (ValueError, OverflowError):
            return None, NO_SUCH_DATE
        if when is None:
            return None, NOT_UNDERSTOOD
        return (when, "") if self._is_in_range(when) else (None, OUT_OF_RANGE)

    def _plain(self, text: str) -> When | None:
        """The shape nearly all dates of big files have, without a regular expression."""
        if text[_PLAIN_LENGTH:] not in ("", " UTC", "Z") or text[4:5] != "-" or len(text) < _PLAIN_LENGTH:
            return None
        stamp = datetime.fromisoformat(text[:_PLAIN_LENGTH]).isoformat()
        if len(text) > _PLAIN_LENGTH or self.bare == "utc":
            return When(f"{stamp}+00:00", "second", "utc")
        return When(stamp, "second", self.bare)

    def _parsed(self, text: str) -> When | None:
        text = text if text.isascii() else text.translate(_SIGNS).strip(" -")
        clock = _CLOCK.search(text)
        if clock is None:
            return self._day(text)
        day = self._day((text[: clock.start()] + " " + text[clock.end() :]).strip(" ,"))
        return None if day is None or day.precision != "day" else _at(day.text, clock, self.bare)

    def _day(self, text: str) -> When | None:
        if match := _YEAR_FIRST.fullmatch(text) or _PACKED.fullmatch(text):
            return _on(*map(int, match.groups()))
        if match := _NUMERIC.fullmatch(text):
            first, sign, second, year = match.groups()
            is_day_first = self.order == "day_first" or sign == "."
            day, month = (first, second) if is_day_first else (second, first)
            return _on(self._year(year), int(month), int(day))
        if match := _NO_YEAR.fullmatch(text):
            return _on(0, int(match[1]), int(match[2]))
        if match := _YEAR_MONTH.fullmatch(text):
            return _in_month(int(match[1]), int(match[2] or 0))
        return self._named(text)

    def _named(self, text: str) -> When | None:
        tokens = _TOKEN.findall(text)
        numbers = [token for token in tokens if token.isdecimal()]
        words = [month_key(token) for token in tokens if not token.isdecimal()]
        known = [self.months[word] for word in words if word in self.months]
        if len(known) != 1 or len(numbers) > 2 or any(w not in self.months and w not in _LITTLE for w in words):
            return None
        if len(numbers) == 2:
            day, year = numbers if len(numbers[0]) < 3 else reversed(numbers)
            return _on(self._year(year), known[0], int(day))
        if len(numbers) == 1:
            number = numbers[0]
            return _in_month(int(number), known[0]) if len(number) == 4 else _on(0, known[0], int(number))
        return None

    def _year(self, text: str) -> int:
        year = int(text)
        if len(text) == 2:
            year += 2000 if 2000 + year <= self.latest.year else 1900
        return year

    def _is_in_range(self, when: When) -> bool:
        if when.precision == "month-day":
            return True
        first, last = self.earliest.isoformat(), self.latest.date().isoformat()
        length = min(len(when.text), 10)
        return first[:length] <= when.text[:10] <= last[:length]


def settled(
    sample: Iterable[str],
    *,
    now: datetime,
    earliest: date = date(1800, 1, 1),
    bare: Zone = "floating",
    day_first: bool | None = None,
    usual: Order = "unsaid",
    guess: Order = "day_first",
) -> DateColumn:
    """A reader for the column that `sample` is of. `day_first` is the owner's word, `usual` the platform's habit.

    The order is what the sample proves (a number above 12 in one place), else the owner's word, else the habit,
    else what the clock suggests (AM and PM are written month first), else `guess`; the last two are marked as guessed.
    Anything later than a day after `now` is out of range.
    """
    values = [value.strip() for value in sample if value and len(value) <= _LONGEST]
    order, is_guessed = _order(values, day_first, usual, guess)
    words = (word for value in values for word in _TOKEN.findall(value) if not word.isdecimal())
    return DateColumn(
        order=order,
        months=table_for(words),
        bare=bare,
        earliest=earliest,
        latest=now.astimezone(UTC) + timedelta(days=1),
        is_guessed=is_guessed,
    )


def note_day(text: str) -> When | None:
    """The day a private note was written, where it opens with one: `2016-05-12: met Bo at the harbour`."""
    match = re.match(r"\s*(\d{4}-\d\d-\d\d)\s?[:\u2013\u2014-]", text)
    if match is None:
        return None
    when, _ = DateColumn().read(match[1])
    return when


def _order(values: list[str], day_first: bool | None, usual: Order, guess: Order) -> tuple[Order, bool]:
    numeric = [match for value in values if (match := _NUMERIC.match(value)) and match[2] != "."]
    over_first = sum(int(match[1]) > 12 for match in numeric)
    over_second = sum(int(match[3]) > 12 for match in numeric)
    if over_first != over_second:
        return ("day_first" if over_first > over_second else "month_first"), False
    if day_first is not None:
        return ("day_first" if day_first else "month_first"), False
    if usual != "unsaid" or not numeric:
        return usual, False
    halves_of_day = sum(bool(re.search(r"\d\s*[ap]\.?m\b", value, re.IGNORECASE)) for value in values)
    return ("month_first" if halves_of_day else guess), True


def _on(year: int, month: int, day: int) -> When:
    if year in NO_YEAR:
        return When(f"--{date(2000, month, day):%m-%d}", "month-day")
    return When(date(year, month, day).isoformat(), "day")


def _in_month(year: int, month: int) -> When:
    if month == 0:
        return When(f"{date(year, 1, 1).year:04}", "year")
    return When(date(year, month, 1).isoformat()[:7], "month")


def _at(day: str, clock: re.Match[str], bare: Zone) -> When:
    hour, minute, second, half, zone = clock.groups()
    hours = int(hour)
    if half is not None:
        if not 1 <= hours <= 12:
            raise ValueError("no such hour")
        hours = hours % 12 + (12 if half in "pP" else 0)
    moment = datetime.fromisoformat(f"{day}T{hours:02}:{minute}:{second or '00'}")
    precision: Literal["second", "minute"] = "second" if second else "minute"
    if zone is None and bare != "utc":
        return When(moment.isoformat(), precision, bare)
    offset = _offset(zone)
    kind: Zone = "utc" if zone is None or offset == timedelta(0) else "offset"
    return When(moment.replace(tzinfo=timezone(offset)).isoformat(), precision, kind)


def _offset(zone: str | None) -> timedelta:
    if zone is None or zone[0] not in "+-":
        return timedelta(0)
    size = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return -size if zone[0] == "-" else size
