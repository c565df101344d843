"""Who is closest in a graph of connections, among those to whom there is none yet. Knows no database.

Four judges that need no training, fused by their ranks (Cormack, Clarke and Büttcher 2009, with k = 10): personalised
PageRank, the same over fresh connections, the index of Adamic and Adar (2003), and resource allocation (Zhou, Lü and
Zhang 2009) over fresh connections. The walk stays near: looked into are one's own connections and, up to `reach` nodes
in all, the likeliest of theirs. So the cost does not grow with the graph, and nobody further than three steps is found;
on public data that is as good as walking everywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

REACH = 60
NEAR = 500  # of one's own connections, the freshest are looked into
RETURNS = 0.2  # the chance to begin again at each step of the walk
STEPS = 8
FIRST = 10  # k: how much more the first place counts than the next
PLACES = 200  # of each judge's order, so many count
FADES = 6  # in a sixth of the time that the graph has lasted, freshness falls to a third


@dataclass(frozen=True, slots=True)
class Arcs:
    """The connections of several nodes, one node's after the other's: how many each has, where they lead, how fresh
    they are (`freshness`)."""

    counts: Ints
    ends: Ints
    fresh: Floats


Reader = Callable[[Ints], Arcs]
"""Looks into nodes: their connections, in the order asked for."""


def freshness(age: Floats, span: float, count: Floats | float = 1.0) -> Floats:
    """The weight of connections `age` days old, in a graph that began `span` days ago; `count`: how often they met."""
    fresh: Floats = np.log1p(count) * np.exp(-age / max(span / FADES, 1e-6))
    return fresh


def closest(node: int, look: Reader, *, reach: int = REACH) -> tuple[Ints, Floats]:
    """The nodes not connected with `node`, the closest first, and their scores; nothing for who has no connection."""
    own = look(np.array([node]))
    if len(own.ends) == 0:
        return np.empty(0, np.int64), np.empty(0)
    around, arcs = _surroundings(node, own, look, reach)
    nodes, ends = np.unique(np.concatenate((around, arcs.ends)), return_inverse=True)
    place, ends = ends[: len(around)], ends[len(around) :]
    is_open = np.ones(len(nodes), bool)
    is_open[np.searchsorted(nodes, own.ends)] = False
    is_open[place[0]] = False
    total = np.zeros(len(nodes))
    for vote in _votes(place, Arcs(arcs.counts, ends, arcs.fresh), len(nodes)):
        total += _fused(vote * is_open)
    order = _first(total, len(total))
    return nodes[order], total[order]


def _surroundings(node: int, own: Arcs, look: Reader, reach: int) -> tuple[Ints, Arcs]:
    """The nodes looked into, `node` the first of them and its freshest connections next, and where they lead."""
    near = own.ends[np.argsort(-own.fresh, kind="stable")[:NEAR]]
    first = look(near)
    seen = np.concatenate(([node], near))
    further = _likeliest(first, seen, reach - len(near))
    parts = [own, first, look(further)]
    columns = (np.concatenate([getattr(part, name) for part in parts]) for name in ("counts", "ends", "fresh"))
    return np.concatenate((seen, further)), Arcs(*columns)


def _likeliest(last: Arcs, seen: Ints, count: int) -> Ints:
    """Where one step from those looked into leads most often, without what has been seen."""
    if count <= 0 or len(last.ends) == 0:
        return np.empty(0, np.int64)
    nodes, ends = np.unique(last.ends, return_inverse=True)
    chance = _summed(ends, np.repeat(1 / np.maximum(last.counts, 1), last.counts), len(nodes))
    chance[np.isin(nodes, seen)] = 0
    return nodes[_first(chance, count)]


def _votes(place: Ints, arcs: Arcs, size: int) -> tuple[Floats, ...]:
    """What each judge gives to each of `size` nodes; `place` says where those looked into stand among them."""
    row = np.repeat(np.arange(len(place)), arcs.counts)
    weight = np.maximum(np.bincount(row, arcs.fresh, len(place)), 1e-9)
    shares = arcs.fresh / weight[row]
    mine = int(arcs.counts[0])
    near = slice(mine, mine + int(arcs.counts[1 : min(mine, NEAR) + 1].sum()))  # what leads on from one's own
    through, to = row[near], arcs.ends[near]
    known = np.zeros(size)
    known[arcs.ends[:mine]] = arcs.fresh[:mine]
    adamic = _summed(to, 1 / np.log(np.maximum(arcs.counts[through], 2)), size)
    allocation = _summed(to, known[place[through]] * shares[near], size)
    plain = _walk(place, row, arcs.ends, 1 / arcs.counts[row], size)
    fresh = _walk(place, row, arcs.ends, shares, size)
    return plain, fresh, adamic, allocation


def _walk(place: Ints, row: Ints, ends: Ints, share: Floats, size: int) -> Floats:
    """Where somebody is found who walks at random and now and then begins again at the first node."""
    source = place[row]
    found = np.zeros(size)
    found[place[0]] = 1.0
    for _ in range(STEPS):
        found = (1 - RETURNS) * _summed(ends, found[source] * share, size)
        found[place[0]] += RETURNS
    return found


def _summed(at: Ints, weights: Floats, size: int) -> Floats:
    total: Floats = np.bincount(at, weights, size).astype(float, copy=False)
    return total


def _fused(vote: Floats) -> Floats:
    """One judge's part of the sum: the higher the place, the more."""
    order = _first(vote, PLACES)
    part = np.zeros(len(vote))
    part[order] = 1 / (FIRST + np.arange(len(order)))
    return part


def _first(values: Floats, count: int) -> Ints:
    """Where the greatest stand, the greatest first; nothing of what is not above zero."""
    chosen = np.flatnonzero(values)
    if len(chosen) > count:
        chosen = chosen[np.sort(np.argpartition(-values[chosen], count)[:count])]
    return chosen[np.argsort(-values[chosen], kind="stable")]


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole graph in memory, nodes numbered from 0: the connections of node n stand at `starts[n]:starts[n + 1]`."""

    starts: Ints
    ends: Ints
    fresh: Floats

    @classmethod
    def of(cls, one: Ints, other: Ints, fresh: Floats, size: int) -> "Graph":
        """From connections named once each."""
        source, ends = np.concatenate((one, other)), np.concatenate((other, one))
        order = np.lexsort((ends, source))
        starts = np.searchsorted(source[order], np.arange(size + 1))
        return cls(starts, ends[order], np.concatenate((fresh, fresh))[order])

    def look(self, nodes: Ints) -> Arcs:
        """A `Reader`."""
        begin = self.starts[nodes]
        counts = self.starts[nodes + 1] - begin
        at = np.repeat(begin - np.cumsum(counts) + counts, counts) + np.arange(int(counts.sum()))
        return Arcs(counts, self.ends[at], self.fresh[at])
