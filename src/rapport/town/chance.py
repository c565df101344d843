"""Seeded chance: one stream for each topic, so that a change in one part of the town leaves the others alone."""

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

TODAY = date(2026, 11, 19)
ZONE = "Europe/London"
# The morning of the story, on the town's clock and in UTC.
NOW = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)
_LONDON = ZoneInfo(ZONE)

Item = TypeVar("Item")


def chance(seed: int, *topic: str) -> Random:
    """A generator that depends on the seed and the topic alone; it makes a town, not a secret."""
    return Random("/".join((str(seed), *topic)))  # noqa: S311


def pick(rng: Random, items: Sequence[Item], weights: Sequence[float]) -> Item:
    return rng.choices(items, weights)[0]


def log_normal(rng: Random, median: float, sigma: float, most: int) -> int:
    """A whole number of at least 1, log-normal around `median`, cut at `most`."""
    return max(1, min(most, round(median * math.exp(rng.gauss(0, sigma)))))


def day_between(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randrange(max(1, (last - first).days + 1)))


def at_work(rng: Random, day: date) -> datetime:
    """A moment of that day between 8:00 and 17:59 in the town, as UTC, to the second."""
    return local(day, rng.randrange(8, 18), rng.randrange(60), rng.randrange(60))


def local(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A moment on the town's clock, as UTC."""
    return datetime.combine(day, time(hour, minute, second), _LONDON).astimezone(UTC)


def day_of(moment: datetime) -> date:
    """The day of a moment on the town's clock."""
    return moment.astimezone(_LONDON).date()
