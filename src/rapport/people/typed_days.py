"""Days as people type them: '7 March 1970', 'May 2009', '2009-05', '7.3.', 'yesterday'. Pure; today is an argument."""

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = "january february march april may june july august september october november december".split()
_NAMES = "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + "|sept"
_D, _M, _Y = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"(?P<y>(?:1[6-9]|20|21)\d\d)"
_WORD = rf"(?P<w>{_NAMES})\.?"
_FORMS = [
    rf"{_Y}-{_M}-{_D}(?!\d)",
    rf"{_Y}-{_M}(?![\d-])",
    rf"--{_M}-{_D}(?!\d)",
    rf"{_D}\.\s?{_M}\.\s?{_Y}",
    rf"{_D}/{_M}/{_Y}",
    rf"{_D}\.\s?{_M}\.(?!\s?\d)",
    rf"{_D}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_WORD},?\s+{_Y}",
    rf"{_WORD}\s+{_D}(?:st|nd|rd|th)?,?\s+{_Y}",
    rf"{_D}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_WORD}(?!\w)",
    rf"{_WORD}\s+{_D}(?:st|nd|rd|th)?(?![\d\w])",
    rf"{_WORD}\s+{_Y}",
    rf"{_Y}",
]
_SHAPES = [re.compile(rf"(?<![\w\d]){form}(?!\d)", re.IGNORECASE) for form in _FORMS]
_LEADS = re.compile(r"(?:\b(?:on|in|since|at|the|of|:|,)\s*|[,:;(\-–]\s*)+$", re.IGNORECASE)
_NEAR = {"today": 0, "yesterday": 1}


class TypedDay(NamedTuple):
    """`on` is ISO cut at its precision (`2009-05`, `--03-07`, empty when unknown); `precision` day, month, year,
    month-day or unknown."""

    on: str
    precision: str


UNKNOWN = TypedDay("", "unknown")


def split_day(text: str, today: date) -> tuple[str, TypedDay]:
    """`text` without the first day in it, and that day. Impossible days (31 February) are left in the text."""
    for word, back in _NEAR.items():
        if match := re.search(rf"\b{word}\b", text, re.IGNORECASE):
            return _rest(text, match), TypedDay((today - timedelta(back)).isoformat(), "day")
    for shape in _SHAPES:
        for match in shape.finditer(text):
            if day := _day(match.groupdict()):
                return _rest(text, match), day
    return " ".join(text.split()), UNKNOWN


def day_of(text: str, today: date) -> TypedDay | None:
    """The day that the whole of `text` says; None when it says anything else; unknown for an empty text."""
    if not text.strip():
        return UNKNOWN
    rest, day = split_day(text, today)
    return None if rest or day == UNKNOWN else day


def is_ahead(day: TypedDay, today: date) -> bool:
    """Whether the day is still to come, as far as it is known."""
    return day.precision in ("day", "month", "year") and day.on > today.isoformat()[: len(day.on)]


def _day(parts: dict[str, str | None]) -> TypedDay | None:
    year = _number(parts, "y")
    month = _month(parts)
    number = _number(parts, "d")
    if month is None:
        return TypedDay(f"{year:04d}", "year")
    try:
        date(year or 2000, month, number or 1)  # a leap year, so that 29 February may stand without one
    except ValueError:
        return None
    if number is None:
        return TypedDay(f"{year:04d}-{month:02d}", "month")
    if year is None:
        return TypedDay(f"--{month:02d}-{number:02d}", "month-day")
    return TypedDay(f"{year:04d}-{month:02d}-{number:02d}", "day")


def _month(parts: dict[str, str | None]) -> int | None:
    if word := parts.get("w"):
        return next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(word[:3].lower()))
    return _number(parts, "m")


def _number(parts: dict[str, str | None], name: str) -> int | None:
    said = parts.get(name)
    return int(said) if said else None


def _rest(text: str, match: re.Match[str]) -> str:
    before = _LEADS.sub("", text[: match.start()].rstrip()).rstrip()
    after = text[match.end() :].strip(" ,;:)")
    return " ".join(f"{before} {after}".split())
