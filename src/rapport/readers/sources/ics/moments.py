"""Moments as calendars write them: a day, a wall clock with or without a zone, or UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from rapport.formats.facts import Precision, When
from rapport.kit.contentlines.line import Line

EARLIEST, LATEST = 1600, 2500

_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|z|[+-]\d\d:?\d\d)?)?")
_DURATION = re.compile(r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?")
_LONGEST = timedelta(days=366)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Moment:
    """`at` is what the wall shows; `zone` None means a wall anywhere (floating). `is_day`: only the day is meant."""

    at: datetime
    zone: tzinfo | None = None
    is_day: bool = False

    @property
    def instant(self) -> datetime:
        """For comparing: in UTC, floating moments read as if they were."""
        return self.at.replace(tzinfo=UTC) if self.zone is None else self.at.replace(tzinfo=self.zone).astimezone(UTC)

    @property
    def day(self) -> date:
        return self.at.date()

    def when(self) -> When:
        if self.is_day:
            return When(self.day.isoformat(), "day")
        precision: Precision = "second" if self.at.second else "minute"
        if self.zone is None:
            return When(self.at.isoformat(), precision, "floating")
        local = self.at.replace(tzinfo=self.zone)
        # Before zones, towns kept their own time, to the second.
        is_utc = self.zone is UTC or (local.utcoffset() or _MINUTE) % _MINUTE
        return When((self.instant if is_utc else local).isoformat(), precision, "utc" if is_utc else "offset")

    def stamp(self) -> str:
        """The part of a natural key: equal for the same occurrence however its zone is written."""
        if self.is_day:
            return f"{self.at:%Y%m%d}"
        return f"{self.at:%Y%m%dT%H%M%S}" if self.zone is None else f"{self.instant:%Y%m%dT%H%M%SZ}"

    def moved(self, by: timedelta) -> "Moment":
        return Moment(self.at + by, self.zone, self.is_day)


def moment(text: str, zone: tzinfo | None) -> Moment | None:
    """The moment `text` says (`20200131`, `20200131T120000`, `...Z`), or None where it says none that can be."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None or not EARLIEST <= int(found[1]) <= LATEST:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        at = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - the zone is kept beside it
        if found[4] is None:
            return Moment(at, None, is_day=True)
        if found[7] is None:
            return Moment(at, zone)
        return Moment(_in_utc(at, found[7]), UTC)
    except (ValueError, OverflowError):
        return None


def duration(text: str) -> timedelta | None:
    """`PT1H30M`, `P1W`; None where it is none, negative, or longer than a year."""
    found = _DURATION.fullmatch(text.strip().upper())
    if found is None or found[1] == "-" or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return length if length <= _LONGEST else None


def end_of_day(of: date) -> datetime:
    return datetime.combine(of, time.max)


def first_moments(line: Line, zone: tzinfo | None, most: int) -> list[Moment]:
    """The moments of a list such as EXDATE or RDATE has; of a period its beginning."""
    found = (moment(part.partition("/")[0], zone) for part in line.value.split(",", most)[:most])
    return [one for one in found if one is not None]


def _in_utc(at: datetime, offset: str) -> datetime:
    if offset in "Zz":
        return at
    shift = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return at + shift if offset[0] == "-" else at - shift
