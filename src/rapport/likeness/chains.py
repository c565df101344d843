"""Guards against chains: A is B and B is C must not make one of A and C when they contradict each other."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import rapidfuzz

from rapport.likeness.birthdays import Closeness
from rapport.likeness.conflicts import Conflict, birthday_closeness, conflicts
from rapport.likeness.fits import Fit, best_fit
from rapport.likeness.meeting import LIKELY, POSSIBLE
from rapport.likeness.record import STAGES, Pair
from rapport.likeness.traits import Traits
from rapport.likeness.world import World

DEMOTED = 0.5
MOST_HELD_AGAINST = 20
RESEMBLING = 0.75


def without_chains(pairs: Iterable[Pair], world: World) -> list[Pair]:
    """The pairs, strongest first joined; one that would join two who contradict each other is only asked about."""
    clusters: dict[int, list[int]] = {}
    kept = []
    for pair in sorted(pairs, key=lambda pair: (STAGES.index(pair.stage), -pair.weight, pair.a, pair.b)):
        ours, theirs = clusters.get(pair.a, [pair.a]), clusters.get(pair.b, [pair.b])
        if pair.weight < LIKELY or ours is theirs:
            kept.append(pair)
        elif _clash(ours, theirs, world, is_strict=pair.stage == "automatic"):
            kept.append(replace(pair, stage="asked", weight=min(pair.weight, DEMOTED)))
        else:
            kept.append(pair)
            joined = ours + theirs
            clusters.update(dict.fromkeys(joined, joined))
    return sorted(kept, key=lambda pair: (pair.a, pair.b))


def _clash(ours: list[int], theirs: list[int], world: World, *, is_strict: bool) -> bool:
    return any(
        _contradict(one, other, world, is_strict=is_strict)
        for one, other in product(ours[:MOST_HELD_AGAINST], theirs[:MOST_HELD_AGAINST])
        if len(ours) + len(theirs) > 2
    )


def _contradict(a: int, b: int, world: World, *, is_strict: bool) -> bool:
    """Strictly, another name or another birthday is enough; among dirty records it takes both, beyond any slip."""
    ids = (min(a, b), max(a, b))
    if ids in world.different:
        return True
    finding = world.findings.get(ids)
    if finding and finding.likelihood >= POSSIBLE:
        return False
    one, other = world.traits[a], world.traits[b]
    against = conflicts(one, other)
    if against & Conflict.GENERATION:
        return True
    if is_strict:
        return bool(against & Conflict.BIRTHDAY) or best_fit(one.names, other.names) is Fit.UNLIKE
    return birthday_closeness(one, other) is Closeness.OTHER and _are_remote(one, other)


def _are_remote(one: Traits, other: Traits) -> bool:
    """Whether no word of the one's names resembles any of the other's."""
    ours, theirs = ([word for name in each.names for word in name.words] for each in (one, other))
    return all(rapidfuzz.distance.JaroWinkler.similarity(a, b) < RESEMBLING for a, b in product(ours, theirs))
