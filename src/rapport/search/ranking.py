"""In which order finds are shown: whole names before beginnings, beginnings before fragments, names before all else."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from rapport.kit import fts
from rapport.search.query import Way, groups

MOST = 12  # of one group
FEW = 60  # so many are put in order one by one
NAME, EVERYTHING = ("name",), ("name", "words")
STEPS: tuple[Callable[[str], str], ...] = (fts.whole, fts.beginning, fts.within)


class Called(Protocol):
    def __call__(self, wanted: fts.Groups, /, *, where: Sequence[str], most: int) -> dict[int, set[str]]: ...


class Listed(Protocol):
    def __call__(self, wanted: fts.Groups, /, *, where: Sequence[str], most: int) -> Iterable[int]: ...


class Pool(NamedTuple):
    """Where numbers come from: `called` tells their names, `listed` does not; both the newest first. `first` puts those
    who matter most to the front, of as many as `many` who fit equally well. Up to `few` are put in order one by one."""

    called: Called
    listed: Listed
    first: Callable[[Iterable[int]], list[int]]
    many: int
    few: int = FEW


def ranked(ways: Iterable[Way], pool: Pool, most: int) -> list[int]:
    """The best `most` of the pool."""
    found: dict[int, None] = {}
    for way in ways:
        called = pool.called(groups(way, fts.within), where=EVERYTHING, most=pool.few)
        if len(called) < pool.few:
            found.update(dict.fromkeys(sorted(pool.first(called), key=lambda number: _step(way, called[number]))))
        else:
            found.update(_by_steps(way, pool, most))
    return list(found)[:most]


def _step(way: Way, names: set[str]) -> int:
    """Which of STEPS finds somebody of these names; one more if none does."""
    return max(min(_nearness(word, names) for word in group) for group in way)


def _nearness(word: str, names: set[str]) -> int:
    if word in names:
        return 0
    if any(name.startswith(word) for name in names):
        return 1
    return 2 if len(word) >= 3 and any(word in name for name in names) else 3


def _by_steps(way: Way, pool: Pool, most: int) -> dict[int, None]:
    """The same order among more than can be looked at one by one: those of that name, and then all others."""
    found = _by_name(way, pool, most)
    for made in (fts.beginning, fts.within):
        if len(found) < most:
            found |= _listed(way, pool, EVERYTHING, made)
    return found


def _by_name(way: Way, pool: Pool, most: int) -> dict[int, None]:
    called = pool.called(groups(way, fts.within), where=NAME, most=pool.few)
    if len(called) < pool.few:
        return dict.fromkeys(sorted(pool.first(called), key=lambda number: _step(way, called[number])))
    found: dict[int, None] = {}
    for made in STEPS:
        if len(found) < most:
            found |= _listed(way, pool, NAME, made)
    return found


def _listed(way: Way, pool: Pool, where: Sequence[str], made: Callable[[str], str]) -> dict[int, None]:
    return dict.fromkeys(pool.first(pool.listed(groups(way, made), where=where, most=pool.many)))
