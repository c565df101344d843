"""The one clock. Tests and the demo town set it; nothing else asks the machine for the time."""

import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

_STARTED = time.monotonic()


def now() -> datetime:
    """The present moment, aware, in UTC. A fixed clock stands still; the demo's starts at its morning and runs."""
    if settings.CLOCK_FIXED is not None:
        fixed: datetime = settings.CLOCK_FIXED
        return fixed
    if settings.CLOCK_STARTS_AT is not None:
        begun: datetime = settings.CLOCK_STARTS_AT
        return begun + timedelta(seconds=time.monotonic() - _STARTED)
    return timezone.now()


def today(zone: str) -> date:
    """The date on the wall in `zone` (an IANA name)."""
    return now().astimezone(ZoneInfo(zone)).date()


def elsewhere(at: datetime, zone: str, here: str) -> datetime | None:
    """What the clock says in `zone` at this moment; None where it says the same as `here` (both IANA names)."""
    there = at.astimezone(ZoneInfo(zone))
    return there if there.utcoffset() != at.astimezone(ZoneInfo(here)).utcoffset() else None
