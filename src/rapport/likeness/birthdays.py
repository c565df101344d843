"""Two birthdays as written: the same, a slip of the pen apart, or different days."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import rapidfuzz

_DAY = re.compile(r"(?:(\d{4})|-)-?(\d\d)-?(\d\d)(?:T.*)?")
_NO_YEAR = ("1604", "0000")  # what telephones and networks write when the year was not told
_LONGEST_DRIFT = (1, 1, 3)


class Birthday(NamedTuple):
    """Year (0 if unknown), month, day."""

    year: int
    month: int
    day: int


class Closeness(IntEnum):
    """0 is kept for nothing to compare."""

    NOTHING = 0
    SAME = 1
    SLIP = 2  # one digit off, two digits swapped, or day and month swapped
    TWO_PARTS = 3  # year, month and day: two of them
    TWO_SLIPS = 4
    NEAR = 5  # each part off by little, or the decade wrong
    OTHER = 6


def read_birthday(text: str) -> Birthday | None:
    """From "1971-06-24", "19710624" or "--06-24"; a month above 12 is kept, for the day may stand there. Else None."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = found.groups()
    if not int(month) and not int(day):
        return None
    return Birthday(0 if year is None or year in _NO_YEAR else int(year), int(month), int(day))


@lru_cache(maxsize=1 << 15)
def closeness(one: Birthday, other: Birthday) -> Closeness:
    """How close two birthdays are; without a year on both sides only day and month speak."""
    if not one.year or not other.year:
        return _without_year(one, other)
    if one == other:
        return Closeness.SAME
    slips = rapidfuzz.distance.OSA.distance(_digits(one), _digits(other), score_cutoff=2)
    is_turned = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    if slips == 1 or is_turned:
        return Closeness.SLIP
    apart = [abs(ours - theirs) for ours, theirs in zip(one, other, strict=True)]
    if apart.count(0) == 2:
        return Closeness.TWO_PARTS
    if slips == 2:
        return Closeness.TWO_SLIPS
    apart[0] = 1 if apart[0] == 10 else apart[0]
    is_near = all(gap <= most for gap, most in zip(apart, _LONGEST_DRIFT, strict=True))
    return Closeness.NEAR if is_near else Closeness.OTHER


def _without_year(one: Birthday, other: Birthday) -> Closeness:
    if one[1:] == other[1:]:
        return Closeness.TWO_PARTS
    return Closeness.NEAR if (one.month, one.day) == (other.day, other.month) else Closeness.OTHER


def _digits(birthday: Birthday) -> str:
    return f"{birthday.year:04}{birthday.month:02}{birthday.day:02}"
