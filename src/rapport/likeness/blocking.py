"""Which pairs are worth a look: those that meet in a small block. Nothing here holds all against all."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations, product

from rapport.likeness import keys
from rapport.likeness.traits import Traits

LARGEST_BLOCK = 60

Ids = tuple[int, int]
Keys = Callable[[Traits], Iterable[Hashable]]


def candidates(people: Iterable[Traits], changed: set[int] | None) -> set[Ids]:
    """Pairs of record ids, the smaller first, for the staged rules; with `changed` only pairs that touch those."""
    people = list(people)
    found = set(_within(people, keys.mark_keys, changed, is_chained=True))
    for symmetric in keys.NAME_KEYS:
        found.update(_within(people, symmetric, changed))
    for asking, answering in keys.DIRECTED_KEYS:
        found.update(_between(people, asking, answering, changed))
    return found


def dirty_candidates(people: Iterable[Traits]) -> list[Ids]:
    """Pairs of record ids to be weighed, in order: people who share two particulars, or one rare one."""
    people = list(people)
    return sorted({pair for symmetric in keys.PARTICULAR_KEYS for pair in _within(people, symmetric, None)})


def _within(people: list[Traits], read: Keys, changed: set[int] | None, *, is_chained: bool = False) -> Iterator[Ids]:
    """All pairs of a block. One that is too large says little: it is left out, or chained to its first member."""
    for ids in _shared(people, read, _keys_of(changed, people, read)):
        if len(ids) <= LARGEST_BLOCK:
            yield from _touching(combinations(ids, 2), changed)
        elif is_chained:
            yield from _touching(((ids[0], other) for other in ids[1:]), changed)


def _between(people: list[Traits], asking: Keys, answering: Keys, changed: set[int] | None) -> Iterator[Ids]:
    """Pairs of one that asks for a key and one that answers to it."""
    askers = _blocks(people, asking)
    answers = _blocks(people, answering, set(askers)) if askers else {}
    for key, others in answers.items():
        ids = askers[key]
        if len(ids) <= LARGEST_BLOCK and len(others) <= LARGEST_BLOCK:
            yield from _touching(((min(p), max(p)) for p in product(ids, others) if p[0] != p[1]), changed)


def _keys_of(changed: set[int] | None, people: list[Traits], read: Keys) -> set[Hashable] | None:
    """The only keys that can bring a changed record together with another; None for all."""
    if changed is None:
        return None
    return {key for traits in people if traits.record.id in changed for key in read(traits)}


def _shared(people: list[Traits], read: Keys, only: set[Hashable] | None) -> Iterable[list[int]]:
    """Blocks of two and more. Nearly every key is one person's alone: such a one costs no list."""
    first: dict[Hashable, int] = {}
    blocks: dict[Hashable, list[int]] = {}
    for traits in people:
        for key in set(read(traits)):
            if only is None or key in only:
                one = first.setdefault(key, traits.record.id)
                if one != traits.record.id:
                    blocks.setdefault(key, [one]).append(traits.record.id)
    return blocks.values()


def _blocks(people: list[Traits], read: Keys, only: set[Hashable] | None = None) -> dict[Hashable, list[int]]:
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for traits in people:
        for key in set(read(traits)):
            if only is None or key in only:
                blocks[key].append(traits.record.id)
    return blocks


def _touching(pairs: Iterable[Ids], changed: set[int] | None) -> Iterable[Ids]:
    return pairs if changed is None else (pair for pair in pairs if pair[0] in changed or pair[1] in changed)
