"""Time zones by all the names calendars give them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import icalendar

from rapport.formats.decoding import one_line
from rapport.kit.contentlines.line import Line
from rapport.readers.sources.ics.blocks import Block
from rapport.readers.sources.ics.moments import first_moments, moment
from rapport.readers.sources.ics.rule import Unrepeatable, rule_of
from rapport.readers.sources.ics.series import Budget, starts

MOST_ZONES = 100
_LONGEST_NAME = 200
_MOST_UNKNOWN = 100
_FIRST_YEAR = 1970
_LAST_CHANGE = datetime(2040, 1, 1)  # noqa: DTZ001 - wall clock
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(?:\d\d)?")
_UTC_NAMES = frozenset(
    {"utc", "gmt", "z", "zulu", "etc/utc", "etc/gmt", "greenwich mean time", "coordinated universal time"}
)
# Names that Outlook and Lotus Notes wrote before Windows had its list.
_OLDER = {
    "w. europe": "Europe/Berlin", "western/central europe": "Europe/Berlin", "central europe": "Europe/Budapest",
    "romance": "Europe/Paris", "e. europe": "Europe/Chisinau", "gmt daylight time": "Europe/London",
    "eastern": "America/New_York", "us eastern": "America/New_York", "central": "America/Chicago",
    "mountain": "America/Denver", "us mountain": "America/Phoenix", "pacific": "America/Los_Angeles",
    "eastern time": "America/New_York", "central time": "America/Chicago", "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles", "tokyo": "Asia/Tokyo", "aus eastern": "Australia/Sydney",
    "israel": "Asia/Jerusalem", "malay peninsula standard time": "Asia/Singapore",
}  # fmt: skip


class Zones:
    """Finds zones, first by name, then by the rules the file itself brings. `unknown` are names nobody knows."""

    def __init__(self) -> None:
        self.unknown: dict[str, int] = {}
        self._brought: dict[str, Block] = {}
        self._found: dict[str, tzinfo | None] = {}

    def bring(self, block: Block) -> None:
        """Remember a VTIMEZONE of the file."""
        if len(self._brought) < MOST_ZONES and block.is_whole:
            self._brought.setdefault(one_line(block.text("TZID")[:_LONGEST_NAME]), block)

    def of(self, line: Line) -> tzinfo | None:
        """The zone a line names; None for none and for one nobody knows, which is then counted."""
        name = one_line(line.param("TZID")[:_LONGEST_NAME])
        if not name:
            return None
        if name not in self._found:
            self._found[name] = known(name) or self._brought_by(name)
        found = self._found[name]
        if found is None:
            shown = name if name in self.unknown or len(self.unknown) < _MOST_UNKNOWN else "..."
            self.unknown[shown] = self.unknown.get(shown, 0) + 1
        return found

    def _brought_by(self, name: str) -> tzinfo | None:
        block = self._brought.get(name)
        if block is None:
            return None
        return known(block.text("X-LIC-LOCATION")) or rules(block)


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@cache
def _windows() -> dict[str, str]:
    named = icalendar.timezone.windows_to_olson.WINDOWS_TO_OLSON
    return {name.casefold(): zone for name, zone in named.items()} | _OLDER


def known(name: str) -> tzinfo | None:
    """The zone of an IANA name, also behind somebody's prefix (`/freeassociation.sourceforge.net/Europe/Berlin`), or
    of a name of Windows."""
    folded = name[:200].strip().casefold()
    if folded in _UTC_NAMES:
        return UTC
    parts = folded.strip("/").split("/")
    for length in (len(parts), 3, 2):
        tail = "/".join(parts[-length:])
        if tail in _names() and (length > 1 or len(parts) == 1):
            return ZoneInfo(_names()[tail])
    plain = folded.removesuffix(" standard time").removesuffix(" daylight time")
    windows = _windows()
    zone = windows.get(folded) or windows.get(f"{plain} standard time") or windows.get(plain)
    return ZoneInfo(zone) if zone and zone.casefold() in _names() else None


def rules(block: Block) -> tzinfo | None:
    """The zone that the rules of a VTIMEZONE make up; None where they make none."""
    budget = Budget(days=20_000)
    changes: list[tuple[datetime, timedelta]] = []
    for part in _parts(block):
        after = _offset(part)
        if after is not None:
            changes += [(start, after) for start in _onsets(part, budget)]
    return _Changing(sorted(changes)) if changes else None


class _Changing(tzinfo):
    """Offsets by wall-clock changes. In the hour that comes twice the later offset holds."""

    def __init__(self, changes: list[tuple[datetime, timedelta]]) -> None:
        self._starts = [start for start, _ in changes]
        self._offsets = [offset for _, offset in changes]

    def utcoffset(self, at: datetime | None) -> timedelta:
        place = bisect_right(self._starts, at.replace(tzinfo=None)) if at else 1
        return self._offsets[max(0, place - 1)]

    def dst(self, _at: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, _at: datetime | None) -> str:
        return ""


def _parts(block: Block) -> Iterator[dict[str, list[Line]]]:
    """The STANDARD and DAYLIGHT parts as lines by name."""
    part: dict[str, list[Line]] | None = None
    for line in block.lines:
        if line.name == "BEGIN":
            part = {}
        elif line.name == "END" and part is not None:
            yield part
            part = None
        elif part is not None:
            part.setdefault(line.name, []).append(line)


def _offset(part: dict[str, list[Line]]) -> timedelta | None:
    found = _OFFSET.fullmatch(part["TZOFFSETTO"][0].text) if "TZOFFSETTO" in part else None
    if found is None or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -size if found[1] == "-" else size


def _onsets(part: dict[str, list[Line]], budget: Budget) -> Iterator[datetime]:
    begin = moment(part["DTSTART"][0].text, None) if "DTSTART" in part else None
    if begin is None:
        return
    yield begin.at
    for line in part.get("RDATE", [])[:200]:
        yield from (one.at for one in first_moments(line, None, 200))
    for line in part.get("RRULE", [])[:5]:
        try:
            rule = rule_of(line.value)
            until = moment(rule.until, None) if rule.until else None
            # Windows begins all its zones in 1601.
            first = max(begin.at, begin.at.replace(year=_FIRST_YEAR, day=min(begin.at.day, 28)))
            yield from starts(rule, first, min(until.at, _LAST_CHANGE) if until else _LAST_CHANGE, budget)
        except Unrepeatable:
            continue
