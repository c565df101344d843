"""Values of an export, of which nothing is known until it was looked at."""

from datetime import datetime
from typing import Any

from rapport.formats.facts import Precision, When
from rapport.kit.cleaning import clean, one_line

_PATTERNS: tuple[tuple[Precision, str], ...] = (("day", "%Y-%m-%d"), ("month", "%Y-%m"), ("year", "%Y"))


def line(row: dict[str, Any], name: str) -> str:
    """A text on one line; empty where there is none."""
    value = row.get(name)
    return one_line(value) if isinstance(value, str) else ""


def text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return clean(value) if isinstance(value, str) else ""


def link(row: dict[str, Any]) -> str:
    url = line(row, "url")
    return url if url.startswith(("http://", "https://")) else ""


def rows(row: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects listed under `name`, whatever else is."""
    value = row.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def when(said: str) -> When | None:
    """A moment, a day, a month, a year, or a day of every year, each as the export writes it."""
    if not said:
        return None
    if said.startswith("--"):
        return When(said, "month-day") if _fits(f"2000-{said[2:]}", "%Y-%m-%d") else None
    for precision, pattern in _PATTERNS:
        if _fits(said, pattern):
            return When(said, precision)
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return None
    return When(said, "second", "floating" if at.tzinfo is None else "offset") if len(said) >= 16 else None


def _fits(said: str, pattern: str) -> bool:
    try:
        return datetime.strptime(said, pattern).strftime(pattern) == said  # noqa: DTZ007 - only its form is looked at
    except ValueError:
        return False
