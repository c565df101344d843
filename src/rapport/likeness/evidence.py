"""Dirty records weighed: how much the agreement of each field tells is learnt from the book itself, without labels.

Fellegi and Sunter (1969): a pair's log odds are the sum over fields of log(m/u), m being how often a level of
agreement occurs within one person and u how often by chance. u comes from random pairs, m by expectation
maximisation over the candidate pairs (all other pairs taken as unlike), agreement on a rare value counts for more
(Winkler 2000). Priors worth a few pairs keep a small book from believing its accidents.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rapport.likeness.fields import FIELDS, NAMES, Table
from rapport.likeness.levels import NOTHING, SAME, UNLIKE, Floats, Ints, compare, score_given_names
from rapport.likeness.traits import Traits

ROUNDS = 20
SETTLED = 1e-3  # no pair moved by more in the last round
RANDOM_PAIRS_A_RECORD = 10
MOST_RANDOM_PAIRS = 60_000
PAIRS_BELIEVED = 20.0  # weight of the prior on m
CHANCES_BELIEVED = 200.0  # weight of the prior on u and on how rare a value is
MATCHES_BELIEVED = 0.05  # of so few pairs; more pairs soon say better
_M = np.array([0, 0.80, 0.10, 0.04, 0.03, 0.03])
_U = np.array([0, 0.00, 0.001, 0.003, 0.01, 0.986])
_M_BIRTHDAY = np.array([0, 0.85, 0.08, 0.03, 0.02, 0.01, 0.01])
_U_BIRTHDAY = np.array([0, 0.00, 0.001, 0.003, 0.015, 0.001, 0.98])


@dataclass(frozen=True, slots=True)
class Finding:
    """How likely a pair is one person (0 to 1), and how close each field that both have is (see levels)."""

    likelihood: float
    closeness: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    """For each pair and field the level, and how often the value occurs on which both agree (1 if they do not)."""

    levels: dict[str, Ints]
    rarity: dict[str, Floats]
    is_turned: NDArray[np.bool_]  # family name given first on one side


@dataclass(frozen=True, slots=True)
class _Model:
    m: dict[str, Floats]
    u: dict[str, Floats]
    prior: float
    turned: float

    def odds(self, seen: _Seen) -> Floats:
        """Natural log odds that each pair is one person."""
        total = np.full(len(seen.is_turned), math.log(self.prior / (1 - self.prior)))
        for name, level in seen.levels.items():
            chance = np.where(level == SAME, seen.rarity[name], self.u[name][level])
            total += np.where(level == NOTHING, 0.0, np.log(self.m[name][level] / chance))
        total += np.where(seen.is_turned, math.log(self.turned), 0.0)
        return total


def weigh(people: Sequence[Traits], pairs: Ints) -> list[Finding]:
    """Findings for `pairs` (rows of two indexes into `people`). Equal input gives equal output."""
    if not len(pairs):
        return []
    table = Table.of(people)
    seen = _look(table, pairs)
    model = _learn(seen, _look(table, _random_pairs(len(people))), len(people))
    likelihood = _likelihood(model.odds(seen))
    columns = {name: level.tolist() for name, level in seen.levels.items()}
    return [
        Finding(chance, {name: level[k] for name, level in columns.items() if level[k]})
        for k, chance in enumerate(likelihood.tolist())
    ]


def _random_pairs(count: int) -> Ints:
    draw = np.random.default_rng(seed=1).integers(0, count, (min(MOST_RANDOM_PAIRS, RANDOM_PAIRS_A_RECORD * count), 2))
    return np.asarray(draw[draw[:, 0] != draw[:, 1]], dtype=np.int64)


def _look(table: Table, pairs: Ints) -> _Seen:
    left, right = pairs[:, 0], pairs[:, 1]
    found = {
        field.name: compare(table.columns[field.name], table.columns[field.name], left, right, field.score)
        for field in FIELDS
    }
    given, family = table.columns["given"], table.columns["family"]
    straight = [compare(column, column, left, right, score_given_names) for column in (given, family)]
    turned = [compare(one, other, left, right, score_given_names) for one, other in ((given, family), (family, given))]
    is_turned = _closeness(turned) > _closeness(straight) + 2
    for name, plain, other in zip(NAMES, straight, turned, strict=True):
        found[name] = (np.where(is_turned, other[0], plain[0]), np.where(is_turned, other[1], plain[1]))
    rarity = {name: table.rarity[name][same] for name, (_, same) in found.items()}
    return _Seen({name: level for name, (level, _) in found.items()}, rarity, is_turned)


def _closeness(found: list[tuple[Ints, Ints]]) -> Ints:
    (ours, _), (theirs, _) = found
    return np.where(ours == NOTHING, 0, UNLIKE + 1 - ours) + np.where(theirs == NOTHING, 0, UNLIKE + 1 - theirs)


def _learn(seen: _Seen, chance: _Seen, count: int) -> _Model:
    """Expectation maximisation; pairs that are not candidates count as surely unlike."""
    possible = count * (count - 1) / 2
    model = _Model(
        m={name: _shares(np.zeros(1), _prior_m(name), PAIRS_BELIEVED) for name in seen.levels},
        u={name: _shares(_counted(level), _prior_u(name), CHANCES_BELIEVED) for name, level in chance.levels.items()},
        prior=_prior(0.1 * count, possible),
        turned=0.05,
    )
    before = np.zeros(len(seen.is_turned))
    for _ in range(ROUNDS):
        one = _likelihood(model.odds(seen))
        if np.abs(one - before).max() < SETTLED:
            break
        before = one
        m = {name: _shares(_counted(level, one), _prior_m(name), PAIRS_BELIEVED) for name, level in seen.levels.items()}
        prior = _prior(float(one.sum()), possible)
        model = _Model(m, model.u, prior, (one[seen.is_turned].sum() + 1) / (one.sum() + PAIRS_BELIEVED))
    return model


def _likelihood(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -50, 50))), dtype=np.float64)


def _prior(matches: float, possible: float) -> float:
    return (matches + MATCHES_BELIEVED * PAIRS_BELIEVED) / (possible + PAIRS_BELIEVED)


def _prior_m(field: str) -> Floats:
    return _M_BIRTHDAY if field == "birthday" else _M


def _prior_u(field: str) -> Floats:
    return _U_BIRTHDAY if field == "birthday" else _U


def _shares(counts: Floats, believed: Floats, weight: float) -> Floats:
    """Counts per level and the prior, as shares of 1; level 0 says nothing and gets 1."""
    full = np.zeros(len(believed))
    full[: len(counts)] = counts
    full += weight * believed / believed.sum()
    full[NOTHING] = 0
    full /= full.sum()
    full[NOTHING] = 1
    return full


def _counted(level: Ints, weights: Floats | None = None) -> Floats:
    return np.bincount(level, weights).astype(np.float64)
