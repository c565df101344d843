"""How strong a tie is, and how likely it is to come alive again or to lapse.

Two numbers carry everything: contact days and silence. A day is an int (`date.toordinal()`); `today` is always an
argument. Nothing here knows a database; the fields of `Course` bear the names of the columns that cache them.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HALF_LIFE = 60.0
"""Days after which a contact day weighs half."""
BACK = 30
"""How many days ago the second look is taken that keeps people from jumping between layers."""
LISTENING = 180
"""Days for which one answer keeps a tie two-sided."""
ONE_SIDED_CAP = 1 / (1 - 2 ** (-3.5 / HALF_LIFE))
"""Contact days: what two of them every week amount to in the long run (25.2); daily ones would reach 87. A lower cap
costs foresight: people do go on writing to those who seldom answer."""


class OutOfOrderError(ValueError):
    """The day lies before the last one: rebuild the course from all its days."""


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a tie so far. `lscore` = log2(sum of 2^(day/60)) over contact days, None without one.

    `unanswered` counts contact days with only outgoing touches since something last came back.
    """

    contact_days: int = 0
    first_day: int | None = None
    last_day: int | None = None
    last_out: int | None = None
    last_in: int | None = None
    lscore: float | None = None
    unanswered: int = 0

    def with_day(self, day: int, *, out: bool, inn: bool) -> "Course":
        """The course after a touch on `day`, which may be the last day again but not an earlier one (OutOfOrderError).

        O(1). A day counts once however many touches it holds. Neither out nor inn is a ValueError.
        """
        if not (out or inn):
            raise ValueError("a touch goes out, comes in, or both")
        if self.last_day is not None and day < self.last_day:
            raise OutOfOrderError(f"day {day} lies before {self.last_day}")
        is_new = day != self.last_day
        is_answered = inn or self.last_in == day
        return replace(
            self,
            contact_days=self.contact_days + is_new,
            first_day=day if self.first_day is None else self.first_day,
            last_day=day,
            last_out=day if out else self.last_out,
            last_in=day if inn else self.last_in,
            lscore=with_contact(self.lscore, day) if is_new else self.lscore,
            unanswered=0 if is_answered else self.unanswered + is_new,
        )

    @classmethod
    def rebuilt(cls, days: Iterable[tuple[int, bool, bool]]) -> "Course":
        """The course from (day, out, inn) in any order, a day possibly given twice: the value of a tie does not
        depend on the path by which its days arrived. Equal to `with_day` over the same days in order."""
        merged: dict[int, tuple[bool, bool]] = {}
        for day, out, inn in days:
            was_out, was_in = merged.get(day, (False, False))
            merged[day] = (was_out or out, was_in or inn)
        if not merged:
            return cls()
        last_in = max((day for day, (_, inn) in merged.items() if inn), default=None)
        return cls(
            contact_days=len(merged),
            first_day=min(merged),
            last_day=max(merged),
            last_out=max((day for day, (out, _) in merged.items() if out), default=None),
            last_in=last_in,
            lscore=lscore_of(merged),
            unanswered=sum(last_in is None or day > last_in for day in merged),
        )


def with_contact(lscore: float | None, day: int) -> float:
    """`lscore` with one more contact day: log2(2^lscore + 2^(day/60)). O(1), no time involved."""
    added = day / HALF_LIFE
    if lscore is None:
        return added
    high, low = (lscore, added) if lscore > added else (added, lscore)
    return high + math.log2(1 + 2 ** (low - high))


def lscore_of(days: Iterable[int]) -> float | None:
    """`lscore` of distinct contact days, summed in day order so that the same days give the same bits."""
    lscore: float | None = None
    for day in sorted(days):
        lscore = with_contact(lscore, day)
    return lscore


def strength(lscore: float | None, last_in: int | None, today: int) -> float:
    """Sum over contact days of 2^(-age/60 days), at `today`; 0 without a contact day. Counted days must not lie
    after `today`.

    A tie from which nothing came for half a year, or ever, weighs at most ONE_SIDED_CAP: writing daily to somebody
    who stays silent makes nobody close. Any answer lifts the cap, so two-way touches only ever add.
    """
    if lscore is None:
        return 0.0
    plain = float(2 ** (lscore - today / HALF_LIFE))
    return plain if _is_heard(last_in, today) else min(plain, ONE_SIDED_CAP)


def strengths(lscores: Floats, last_ins: Floats, today: int) -> Floats:
    """`strength` of many ties at once; minus infinity stands for no contact day and for never heard from."""
    plain = np.exp2(lscores - today / HALF_LIFE)
    return np.where(today - last_ins <= LISTENING, plain, np.minimum(plain, ONE_SIDED_CAP))


def strength_before(lscore: float | None, last_in: int | None, recent: Iterable[int], today: int) -> float:
    """Strength 30 days before `today`, without any history: S30 = (S - sum over the last 30 days) x 2^(30/60).

    `recent`: the contact days after `today - 30`; others are ignored.
    """
    if lscore is None:
        return 0.0
    late = sum(2 ** ((day - today) / HALF_LIFE) for day in set(recent) if day > today - BACK)
    then = max(0.0, 2 ** (lscore - today / HALF_LIFE) - late) * 2 ** (BACK / HALF_LIFE)
    # rounding must not leave a ghost of a tie that did not yet exist
    plain = then if then > 1e-9 * late else 0.0
    return float(plain if _is_heard(last_in, today - BACK) else min(plain, ONE_SIDED_CAP))


def strengths_before(lscores: Floats, last_ins: Floats, late: Floats, today: int) -> Floats:
    """`strength_before` of many ties; `late` is each tie's sum of 2^(-age/60) over the last 30 days."""
    then = np.maximum(0.0, np.exp2(lscores - today / HALF_LIFE) - late) * 2 ** (BACK / HALF_LIFE)
    plain = np.where(then > 1e-9 * late, then, 0.0)
    is_heard = (today - BACK) - last_ins <= LISTENING
    return np.where(is_heard, plain, np.minimum(plain, ONE_SIDED_CAP))


def _is_heard(last_in: int | None, today: int) -> bool:
    return last_in is not None and today - last_in <= LISTENING
