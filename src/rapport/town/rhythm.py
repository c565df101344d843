"""When people are in touch: a rate of their own, quieter in August and over the holidays, hardly ever at weekends."""

from datetime import date, timedelta
from random import Random

from rapport.town.bonds import Bond

_SELDOM = (0, 0, 0, 0, 1, 1, 2, 3)
_PAUSED = 0.04


def contact_days(rng: Random, bond: Bond) -> list[date]:
    """The days on which the two are in touch, in order."""
    if not bond.channels:
        return []
    if bond.special == "lately":
        return [bond.connected_on + timedelta(days=1)] if bond.connected_on else [bond.begin]
    if not bond.gap:
        return _now_and_then(rng, bond)
    days = _paced(rng, bond)
    if bond.layer == 50 and rng.random() < _PAUSED and len(days) > 12:
        days = _with_pause(rng, days)
    return days


def _now_and_then(rng: Random, bond: Bond) -> list[date]:
    span = max(1, (bond.end - bond.begin).days)
    days = {bond.begin + timedelta(days=rng.randrange(span)) for _ in range(rng.choice(_SELDOM))}
    return sorted({_weekday(rng, day) for day in sorted(days)})


def _paced(rng: Random, bond: Bond) -> list[date]:
    days: list[date] = []
    day = bond.begin + timedelta(days=round(rng.uniform(0, bond.gap)))
    while day <= bond.end:
        if not (_is_quiet(day) and rng.random() < 0.45):
            days.append(_weekday(rng, day))
        day += timedelta(days=max(1, round(rng.expovariate(1 / bond.gap))))
    return sorted({day for day in days if day <= bond.end})


def _is_quiet(day: date) -> bool:
    return day.month == 8 or (day.month, day.day) >= (12, 18) or (day.month, day.day) <= (1, 3)


def _weekday(rng: Random, day: date) -> date:
    return day - timedelta(days=day.weekday() - 4) if day.weekday() > 4 and rng.random() < 0.85 else day


def _with_pause(rng: Random, days: list[date]) -> list[date]:
    """One long silence in the middle, then a start again."""
    start = days[len(days) // 3]
    stop = start + timedelta(days=rng.randrange(240, 420))
    return [day for day in days if not start < day < stop]
