"""Whom to get back to, and which ties lapse: do the two numbers foretell what people really did next?

Every week (or two) of the later part of a set is a day of judgement. Getting back: among ties of two contact days or
more that have been silent for a while, how many of the five put first did the owner write to within the horizon?
Lapse: among ties touched within four weeks, does the order foretell silence (area under the curve)? Nothing is
learnt here; the split in time is kept so that the figures stand beside models that were.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rapport.site.advice.figures import Figure, mean
from rapport.site.advice.traffic import Flags, History, Ints, Traffic, histories, read
from rapport.ties.odds import GET_BACK, LAPSE
from rapport.ties.strength import Floats

FIRST = 5
ACTIVE = 28
GET_BACK_REACH = 0.298


@dataclass(frozen=True, slots=True)
class Set:
    """Days of silence to count as dormant, horizon, days between judgements, most owners, and the lapse to reach."""

    quiet: int
    horizon: int
    step: int
    owners: int
    lapse: float


SETS = {
    "college": Set(7, 28, 7, 300, 0.760),
    "enron": Set(14, 28, 14, 150, 0.731),
    "eu": Set(14, 28, 7, 300, 0.807),
    "radoslaw": Set(14, 28, 7, 170, 0.807),
    "rtexts": Set(14, 28, 7, 100, 0.791),
}


@dataclass(frozen=True, slots=True)
class Rows:
    """One row a tie and day of judgement; `group` numbers owner and day."""

    group: Ints
    now: Floats
    silence: Floats
    contact_days: Floats
    wrote: Flags
    touched: Flags

    def where(self, kept: Flags) -> "Rows":
        return Rows(
            self.group[kept],
            self.now[kept],
            self.silence[kept],
            self.contact_days[kept],
            self.wrote[kept],
            self.touched[kept],
        )


def evaluate(folder: Path) -> list[Figure]:
    """P@5 of getting back and AUC of lapse for each set found, and the mean of the former."""
    back, lapses = [], []
    for name, each in SETS.items():
        if (traffic := read(folder, name)) is not None:
            rows = judged(traffic, each)
            back.append(Figure("get back, P@5", name, _get_back(rows, each)))
            lapses.append(Figure("lapse, AUC", name, _lapse(rows, each), each.lapse))
    return [*back, *mean(back, len(SETS), GET_BACK_REACH), *lapses]


def judged(traffic: Traffic, each: Set) -> Rows:
    """All ties with a past of two contact days, on the days of the later part of the set."""
    parts: list[Columns] = []
    for history in histories(traffic, 10, each.owners):
        parts += _of_owner(history, traffic.length, each)
    now, silence, contact_days, wrote, touched = (np.concatenate(column) for column in zip(*parts, strict=True))
    group = np.repeat(np.arange(len(parts)), [len(part[0]) for part in parts])
    return Rows(group, now, silence, contact_days, wrote, touched).where(now >= np.quantile(now, 0.55))


Columns = tuple[Floats, Floats, Floats, Flags, Flags]


def _of_owner(history: History, length: float, each: Set) -> Iterator[Columns]:
    for now in np.arange(0.3 * length, length - each.horizon, each.step):
        wrote = history.before(history.out, now + each.horizon) > history.before(history.out, now)
        if not wrote.any():
            continue  # the owner has left
        contact_days = history.before(history.days, float(np.floor(now)))
        known = contact_days >= 2
        silence = now - history.last(history.any, now)
        touched = history.before(history.any, now + each.horizon) > history.before(history.any, now)
        seen = contact_days[known].astype(float)
        yield np.full(len(seen), now), silence[known], seen, wrote[known], touched[known]


def _get_back(rows: Rows, each: Set) -> float:
    dormant = rows.where(rows.silence >= each.quiet)
    scores = GET_BACK.many_log_odds(dormant.silence, dormant.contact_days, each.horizon)
    return precision_at(FIRST, dormant.group, scores, dormant.wrote)


def _lapse(rows: Rows, each: Set) -> float:
    active = rows.where(rows.silence < ACTIVE)
    scores = LAPSE.many_log_odds(active.silence, active.contact_days, each.horizon)
    return area_under_curve(scores, ~active.touched)


def precision_at(first: int, group: Ints, scores: Floats, hits: Flags) -> float:
    """The share of hits among the first of each group, over groups of twice that size or more; ties by a fixed lot."""
    lot = np.random.default_rng(0).random(len(scores))
    order = np.lexsort((lot, -scores, group))
    _, starts, sizes = np.unique(group[order], return_index=True, return_counts=True)
    rank = np.arange(len(order)) - np.repeat(starts, sizes)
    caught = np.add.reduceat(hits[order] & (rank < first), starts)
    return float(caught[sizes >= 2 * first].mean() / first)


def area_under_curve(scores: Floats, hits: Flags) -> float:
    """The chance that a hit scores above a miss; equal scores count half."""
    _, rank, counts = np.unique(scores, return_inverse=True, return_counts=True)
    middle = (np.cumsum(counts) - (counts - 1) / 2)[rank]
    count = int(hits.sum())
    return float((middle[hits].sum() - count * (count + 1) / 2) / (count * (len(hits) - count)))
