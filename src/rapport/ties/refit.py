"""The owner's own level of chance, learnt from the owner's own past.

The shipped weights order ties well for anybody, but how often people get back to each other differs by owner: before
a chance is shown in words or figures, the intercept is refitted on past weeks of the same book, and with a long past
the weights too. Ridge regression draws every value to its shipped prior, so that a thin past changes little.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rapport.ties.odds import GET_BACK, LAPSE, SHORTEST, Weights, probabilities
from rapport.ties.strength import Floats

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

STEP = 7
"""Days between two looks back."""
LOOKS = 26
"""Half a year of looks: habits of long ago foretell little."""
QUIET = 14
"""Days of silence from which a tie counts as one to get back to."""
ACTIVE = 28
"""A tie that was touched within these days can lapse."""
ENOUGH_FOR_CHANCE = 30
"""Hits, and misses, below which no chance is shown."""
ENOUGH_FOR_WEIGHTS = 300
"""Hits, and misses, from which the two slopes may move too."""
RIDGE = np.array([10.0, 100.0, 100.0])
"""Pull to the prior, in units of information: the intercept moves easily, the slopes do not. Looks overlap, so each
tells less than it seems."""


@dataclass(frozen=True, slots=True)
class Past:
    """All contact days of one book: equal-long arrays of tie, day, and whether something went out."""

    tie: Ints
    day: Ints
    out: Flags


@dataclass(frozen=True, slots=True)
class Snapshots:
    """What was known on past days, and what came of it within the horizon: one row a tie and look."""

    silence: Floats
    contact_days: Floats
    came_true: Flags


@dataclass(frozen=True, slots=True)
class Refit:
    weights: Weights
    hits: int
    misses: int

    @property
    def may_show_chance(self) -> bool:
        """Whether the owner's past is long enough for an honest figure."""
        return min(self.hits, self.misses) >= ENOUGH_FOR_CHANCE


def refit_get_back(past: Past, today: int, horizon: int) -> Refit:
    """Weights of getting back within `horizon` days, drawn to GET_BACK."""
    return fit(got_back(past, today, horizon), horizon, GET_BACK)


def refit_lapse(past: Past, today: int, horizon: int) -> Refit:
    """Weights of lapsing for `horizon` days, drawn to LAPSE."""
    return fit(lapsed(past, today, horizon), horizon, LAPSE)


def got_back(past: Past, today: int, horizon: int) -> Snapshots:
    """Ties of two contact days or more, silent for QUIET days at each look; true if the owner wrote within horizon.
    Only looks whose horizon had closed by `today` take part."""
    return _gather(
        (seen.silence[is_quiet], seen.contact_days[is_quiet], seen.wrote[is_quiet])
        for seen in _looks(past, today, horizon)
        for is_quiet in [(seen.contact_days >= 2) & (seen.silence >= QUIET)]
    )


def lapsed(past: Past, today: int, horizon: int) -> Snapshots:
    """Ties of two contact days or more, touched within ACTIVE days; true if nothing passed within horizon."""
    return _gather(
        (seen.silence[is_active], seen.contact_days[is_active], ~seen.touched[is_active])
        for seen in _looks(past, today, horizon)
        for is_active in [(seen.contact_days >= 2) & (seen.silence < ACTIVE)]
    )


def fit(snapshots: Snapshots, horizon: int, prior: Weights) -> Refit:
    """Logistic regression by Newton's method with a ridge to `prior`; the slopes stay at the prior until there are
    ENOUGH_FOR_WEIGHTS hits and misses. No snapshots: the prior itself."""
    hits = int(snapshots.came_true.sum())
    misses = len(snapshots.came_true) - hits
    rows = np.column_stack(
        (
            np.ones(len(snapshots.came_true)),
            np.log(np.maximum(snapshots.silence, 0.0) / horizon + SHORTEST),
            np.log(snapshots.contact_days),
        )
    )
    start = np.array([prior.base, prior.silence, prior.days])
    moving = 3 if min(hits, misses) >= ENOUGH_FOR_WEIGHTS else 1
    found = start.copy()
    for _ in range(25):
        chance = probabilities(rows @ found)
        slope = rows.T @ (snapshots.came_true - chance) - RIDGE * (found - start)
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(RIDGE)
        step = np.linalg.solve(bend[:moving, :moving], slope[:moving])
        found[:moving] += np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < 1e-9:
            break
    return Refit(Weights(*(float(value) for value in found)), hits, misses)


@dataclass(frozen=True, slots=True)
class _Look:
    silence: Floats
    contact_days: Floats
    wrote: Flags
    touched: Flags


def _looks(past: Past, today: int, horizon: int) -> Iterator[_Look]:
    """What stood on each past day, for the ties known by then. Times in which the owner wrote to nobody (before the
    first archive, after the last) teach nothing."""
    if not len(past.day):
        return
    _, tie = np.unique(past.tie, return_inverse=True)
    span = int(max(today, past.day.max())) + horizon + 2
    order = np.argsort(tie * span + past.day)
    days, keys = past.day[order], (tie * span + past.day)[order]
    out_keys = keys[past.out[order]]
    base = np.arange(tie.max() + 1) * span
    first = np.searchsorted(keys, base)
    for look in range(today - horizon, max(today - horizon - STEP * LOOKS, int(days.min())), -STEP):
        here = np.searchsorted(keys, base + look)
        known = here > first
        then = np.searchsorted(keys, base + look + horizon)
        wrote = np.searchsorted(out_keys, base + look + horizon) > np.searchsorted(out_keys, base + look)
        if not wrote.any():
            continue
        silence = (look - days[here[known] - 1]).astype(float)
        yield _Look(silence, (here - first)[known].astype(float), wrote[known], (then > here)[known])


def _gather(looks: Iterator[tuple[Floats, Floats, Flags]]) -> Snapshots:
    parts = list(looks)
    if not parts:
        return Snapshots(np.empty(0), np.empty(0), np.empty(0, bool))
    silence, contact_days, came_true = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Snapshots(silence, contact_days, came_true)
