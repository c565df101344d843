"""The rule of a series, as far as it is followed."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

_LONGEST = 1_000
_TOO_OFTEN = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_EVERY = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_CLOCK = {"BYHOUR": ("hour", 23), "BYMINUTE": ("minute", 59), "BYSECOND": ("second", 59)}


class Unrepeatable(ValueError):  # noqa: N818 - it reads as a sentence
    """The series is not followed; the text says why."""


@dataclass(frozen=True)
class Rule:
    """`weekdays` are pairs of weekday (Monday is 0) and which one of the month or year (0: each); days counted from
    the end are negative. `clock` is an hour, minute or second other than that of the beginning."""

    every: str
    interval: int = 1
    count: int = 0
    until: str = ""
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weekdays: frozenset[tuple[int, int]] = frozenset()
    positions: frozenset[int] = frozenset()
    week_start: int = 0
    clock: dict[str, int] = field(default_factory=dict)

    def completed(self, begin: date) -> "Rule":
        """With what the beginning says where the rule is silent: a yearly rule alone means the same day each year."""
        if self.every == "DAILY" or self.weekdays or self.month_days or self.year_days:
            return self
        if self.every == "WEEKLY":
            return replace(self, weekdays=frozenset({(begin.weekday(), 0)}))
        months = self.months or frozenset({begin.month} if self.every == "YEARLY" else ())
        return replace(self, months=months, month_days=frozenset({begin.day}))


def rule_of(text: str) -> Rule:
    """The rule of an RRULE line. Raises `Unrepeatable` for what happens more than daily, or is not understood."""
    pairs = (part.partition("=") for part in text[:_LONGEST].upper().split(";"))
    said = {name.strip(): value.strip() for name, _, value in pairs}
    if said.get("FREQ") in _TOO_OFTEN:
        raise Unrepeatable("it repeats more than once a day; only its first time was kept")
    is_known = said.get("FREQ") in _EVERY and said.get("RSCALE", "GREGORIAN") == "GREGORIAN" and "BYWEEKNO" not in said
    try:
        if not is_known or len(text) > _LONGEST:
            raise ValueError(text[:20])
        return _understood(said)
    except ValueError as error:
        raise Unrepeatable("its rule of repetition is not understood; only its first time was kept") from error


def _understood(said: dict[str, str]) -> Rule:
    return Rule(
        said["FREQ"],
        _number(said.get("INTERVAL", "1"), 1, 1_000),
        _number(said["COUNT"], 1, 1_000_000) if "COUNT" in said else 0,
        said.get("UNTIL", ""),
        _numbers(said, "BYMONTH", 1, 12),
        _numbers(said, "BYMONTHDAY", -31, 31),
        _numbers(said, "BYYEARDAY", -366, 366),
        frozenset(_weekday(day) for day in _listed(said.get("BYDAY", ""))),
        _numbers(said, "BYSETPOS", -366, 366),
        _weekday(said.get("WKST", "MO"))[0],
        {part: _number(said[name], 0, most) for name, (part, most) in _CLOCK.items() if name in said},
    )


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _numbers(said: dict[str, str], name: str, least: int, most: int) -> frozenset[int]:
    return frozenset(_number(part, least, most) for part in _listed(said.get(name, "")))


def _number(text: str, least: int, most: int) -> int:
    number = int(text) if re.fullmatch(r"[+-]?[0-9]{1,7}", text) else least - 1
    if not least <= number <= most or (number == 0 and least < 0):
        raise ValueError(text)
    return number


def _weekday(text: str) -> tuple[int, int]:
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return _WEEKDAYS[found[2]], _number(found[1], -53, 53) if found[1] else 0
