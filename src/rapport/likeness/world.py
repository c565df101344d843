"""What the whole book tells about two of its records: which addresses are shared, which names are borne by several."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import TypeVar

import numpy as np

from rapport.likeness.blocking import Ids, dirty_candidates
from rapport.likeness.conflicts import Conflict, conflicts
from rapport.likeness.evidence import Finding, weigh
from rapport.likeness.fits import Fit, best_fit
from rapport.likeness.marks import spellings
from rapport.likeness.record import Record
from rapport.likeness.traits import Key, Traits, Words, traits_of

MOST_COMPARED = 12
COMMON_COUNT = 8
COMMON_SHARE = 0.05

Different = Collection[Ids]
AnyKey = TypeVar("AnyKey", bound=Hashable)


@dataclass(frozen=True, slots=True)
class World:
    """Drawn once from all records of one book.

    `shared` are marks that several unlike people use, `holders` count all who use a mark, `common` are hints that too
    many people have, `ambiguous` are names (sorted words) that two people bear for certain, `spelled` says of each way
    to run names together how many names it may stand for, `findings` weigh those pairs of which enough is known.
    """

    traits: dict[int, Traits]
    shared: frozenset[Key]
    holders: Counter[Key]
    common: frozenset[Key]
    ambiguous: frozenset[Words]
    spelled: Counter[str]
    given_names: frozenset[str]
    different: frozenset[Ids]
    findings: dict[Ids, Finding]

    @staticmethod
    def of(records: Iterable[Record], different: Different = frozenset()) -> "World":
        """Time and memory grow with the number of records, not of pairs. `different` are pairs the owner told apart."""
        traits = {record.id: traits_of(record) for record in sorted(records, key=lambda record: record.id)}
        apart = frozenset((min(pair), max(pair)) for pair in different)
        people = list(traits.values())
        hints = Counter(hint for each in people for hint in each.hints)
        most = max(COMMON_COUNT, COMMON_SHARE * len(traits))
        return World(
            traits=traits,
            shared=_contested(people, lambda each: each.marks, _are_unlike),
            holders=Counter(mark for each in people for mark in each.marks),
            common=frozenset(key for key, count in hints.items() if count > most),
            ambiguous=_contested(people, lambda each: each.name_keys, partial(_are_told_apart, apart)),
            spelled=_spelled(people),
            given_names=frozenset(name.words[0] for each in people for name in each.full_names),
            different=apart,
            findings=_findings(people),
        )

    def is_ambiguous(self, one: Traits, other: Traits) -> bool:
        """Whether somebody else, certainly another person, bears the name of one of the two."""
        return any(words in self.ambiguous for each in (one, other) for words in each.name_keys)

    def spells_one_name(self, handle: str) -> bool:
        """Whether the book knows exactly one name that is run together like this."""
        return self.spelled[handle] == 1


def _contested(
    everyone: Iterable[Traits], keys: Callable[[Traits], Iterable[AnyKey]], are_apart: Callable[[Traits, Traits], bool]
) -> frozenset[AnyKey]:
    """The keys of which two holders are apart. Where there are many holders, each is held against the first only."""
    holders: defaultdict[AnyKey, list[Traits]] = defaultdict(list)
    for traits in everyone:
        for key in keys(traits):
            holders[key].append(traits)
    return frozenset(
        key for key, group in holders.items() if any(are_apart(one, other) for one, other in _compared(group))
    )


def _compared(group: Sequence[Traits]) -> Iterable[tuple[Traits, Traits]]:
    return combinations(group, 2) if len(group) <= MOST_COMPARED else ((group[0], other) for other in group[1:])


def _are_unlike(one: Traits, other: Traits) -> bool:
    return best_fit(one.names, other.names) is Fit.UNLIKE


def _are_told_apart(apart: frozenset[Ids], one: Traits, other: Traits) -> bool:
    ids = (one.record.id, other.record.id)
    clear = Conflict.BIRTHDAY | Conflict.GENERATION | Conflict.PAGE | Conflict.REACH
    return (min(ids), max(ids)) in apart or bool(conflicts(one, other) & clear)


def _spelled(everyone: Iterable[Traits]) -> Counter[str]:
    ends: defaultdict[Words, set[tuple[str, str]]] = defaultdict(set)
    for traits in everyone:
        for words, name in zip(traits.name_keys, traits.full_names, strict=True):
            ends[words].add((name.words[0], name.words[-1]))
    return Counter(
        way
        for of_one_name in ends.values()
        for way in {way for first, last in of_one_name for way in (*spellings(first, last), first)}
    )


def _findings(people: Sequence[Traits]) -> dict[Ids, Finding]:
    """Only where a birthday, an address or a postcode is known: names and places alone are for the staged rules."""
    known = [each for each in people if each.birthdays or each.addresses or each.postcodes]
    place = {each.record.id: k for k, each in enumerate(known)}
    pairs = dirty_candidates(known)
    rows = np.array([(place[a], place[b]) for a, b in pairs], dtype=np.int64).reshape(-1, 2)
    return dict(zip(pairs, weigh(known, rows), strict=True))
