"""Repeating events, bounded: no rule is walked longer than its occurrences are worth.

The walk goes through whole periods of days and picks (RFC 5545, 3.3.10), because a library that looks for the next
match does not come back from a rule that never comes true.
"""

import calendar
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from rapport.readers.sources.ics.rule import Rule, Unrepeatable

MOST_OCCURRENCES = 400
_MOST_DAYS = 60_000
_MONTHS = range(1, 13)


@dataclass
class Budget:
    """What all series of one drop may cost: `days` looked at and `occurrences` told."""

    days: int = 4_000_000
    occurrences: int = 100_000

    def spend(self, days: int) -> None:
        self.days -= days
        if self.days < 0:
            raise Unrepeatable("the calendar repeats too much to be followed; only the first time was kept")


def starts(rule: Rule, begin: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
    """The wall-clock starts from `begin` (always one of them) up to `last`, in order. Raises `Unrepeatable` past the
    budget."""
    hour, minute, second = (rule.clock.get(part, getattr(begin, part)) for part in ("hour", "minute", "second"))
    clock = time(hour, minute, second)
    found = (datetime.combine(day, clock) for day in _picked(rule, begin.date(), last.date(), budget))
    yield begin
    yield from islice((at for at in found if begin < at <= last), rule.count - 1 if rule.count else None)


def thinned(found: Iterator[datetime]) -> tuple[list[datetime], int]:
    """The first and the latest of a long series, and how many lie between and are left out."""
    first = list(islice(found, 1))
    latest: deque[datetime] = deque(maxlen=MOST_OCCURRENCES - 1)
    count = 0
    for start in found:
        latest.append(start)
        count += 1
    return [*first, *latest], count - len(latest)


def _picked(rule: Rule, begin: date, last: date, budget: Budget) -> Iterator[date]:
    whole = rule.completed(begin)
    seen = 0
    for days in _periods(whole, begin, last):
        seen += len(days) + 1
        if seen > _MOST_DAYS:
            raise Unrepeatable("it repeats too often to be followed; only its first time was kept")
        budget.spend(len(days) + 1)
        picked = [day for day in days if _fits(whole, day)]
        if whole.positions:
            places = {at - 1 if at > 0 else len(picked) + at for at in whole.positions}
            picked = [day for place, day in enumerate(picked) if place in places]
        yield from picked


def _periods(rule: Rule, begin: date, last: date) -> Iterator[list[date]]:
    """The days of each period the rule looks at."""
    if rule.every == "DAILY":
        for number in range(begin.toordinal(), last.toordinal() + 1, rule.interval):
            yield [date.fromordinal(number)]
    elif rule.every == "WEEKLY":
        monday = begin - timedelta(days=(begin.weekday() - rule.week_start) % 7)
        for number in range(monday.toordinal(), last.toordinal() + 1, 7 * rule.interval):
            yield [date.fromordinal(number + day) for day in range(7)]
    elif rule.every == "MONTHLY":
        for month in range(begin.year * 12 + begin.month - 1, last.year * 12 + last.month, rule.interval):
            yield _month(rule, month // 12, month % 12 + 1)
    else:
        for year in range(begin.year, last.year + 1, rule.interval):
            yield [day for month in (sorted(rule.months) or _MONTHS) for day in _month(rule, year, month)]


def _month(rule: Rule, year: int, month: int) -> list[date]:
    """The days of a month that may fit, found by their numbers."""
    first, length = calendar.monthrange(year, month)
    days: Iterable[int] = range(1, length + 1)
    if rule.month_days:
        days = {day if day > 0 else length + day + 1 for day in rule.month_days}.intersection(days)
    if rule.weekdays:
        wanted = {weekday for weekday, _ in rule.weekdays}
        days = [day for day in days if (first + day - 1) % 7 in wanted]
    return [date(year, month, day) for day in sorted(days)]


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.weekdays and not any(_is_nth(rule, day, nth) for weekday, nth in rule.weekdays if weekday == day.weekday()):
        return False
    if rule.month_days:
        length = calendar.monthrange(day.year, day.month)[1]
        if not rule.month_days & {day.day, day.day - length - 1}:
            return False
    if rule.year_days:
        length = 366 if calendar.isleap(day.year) else 365
        number = day.timetuple().tm_yday
        return bool(rule.year_days & {number, number - length - 1})
    return True


def _is_nth(rule: Rule, day: date, nth: int) -> bool:
    """Whether it is the nth of its weekday in the month, or (of a year without months) in the year."""
    if nth == 0 or rule.every in ("DAILY", "WEEKLY"):
        return True
    in_year = rule.every == "YEARLY" and not rule.months
    place = day.timetuple().tm_yday if in_year else day.day
    length = (366 if calendar.isleap(day.year) else 365) if in_year else calendar.monthrange(day.year, day.month)[1]
    return nth == (place - 1) // 7 + 1 if nth > 0 else nth == -((length - place) // 7 + 1)
