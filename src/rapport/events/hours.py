"""The hour on the wall and the moment in the world: what clocks do when they are put forward or back.

Follows RFC 5545, 3.3.5: an hour that does not exist is read by the offset before the gap; one that comes twice is the
first of the two.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def moment(on: date, at: time, zone: str) -> datetime:
    """When the clocks of `zone` show this, in UTC."""
    return datetime.combine(on, at.replace(tzinfo=None, fold=0), ZoneInfo(zone)).astimezone(UTC)


def wall(at: datetime, zone: str) -> datetime:
    """What the clocks of `zone` show at a moment, without a zone."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def is_skipped(on: date, at: time, zone: str) -> bool:
    """Whether the clocks never show this, because they are put forward over it."""
    return wall(moment(on, at, zone), zone) != datetime.combine(on, at.replace(tzinfo=None))


def is_twice(on: date, at: time, zone: str) -> bool:
    """Whether the clocks show this twice, because they are put back over it."""
    first = datetime.combine(on, at.replace(tzinfo=None, fold=0), ZoneInfo(zone))
    again = first.replace(fold=1)
    return not is_skipped(on, at, zone) and first.utcoffset() != again.utcoffset()


def minutes_between(begins: tuple[date, time], ends: tuple[date, time], zone: str) -> int:
    """How long it lasts, as clocks that nobody puts forward or back would count."""
    lasts = moment(*ends, zone) - moment(*begins, zone)
    return lasts // timedelta(minutes=1)
