"""Whom to meet: does closeness today foretell whom people came to know later?

The earliest four fifths of who met whom are the graph; asked is for those who know three people or more and met
somebody new later, whether one of the ten put first is among them.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rapport.network.closeness import Graph, Ints, closest, freshness
from rapport.site.advice.figures import Figure, mean
from rapport.site.advice.traffic import Traffic, read
from rapport.ties.strength import Floats

SETS = ("dnc", "eu", "enron", "radoslaw")
KNOWN = 0.8
FIRST = 10
LEAST, MOST = 3, 400
REACH = 0.732  # the mean of fused ranks over the four sets


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each pair once, with the first and the last day and how often."""

    one: Ints
    other: Ints
    first: Floats
    last: Floats
    count: Ints


def evaluate(folder: Path) -> list[Figure]:
    """The share of people with a hit among the first ten, for each set found, and the mean."""
    traffics = {name: traffic for name in SETS if (traffic := read(folder, name)) is not None}
    each = [Figure("whom to meet, H@10", name, hits(traffic)) for name, traffic in traffics.items()]
    return [*each, *mean(each, len(SETS), REACH)]


def hits(traffic: Traffic) -> float:
    met = pairs(traffic.sender, traffic.receiver, traffic.at)
    now = float(np.quantile(met.first, KNOWN))
    past = traffic.at < now
    known = pairs(traffic.sender[past], traffic.receiver[past], traffic.at[past])
    nodes = np.union1d(known.one, known.other)
    one, other = np.searchsorted(nodes, known.one), np.searchsorted(nodes, known.other)
    fresh = freshness(now - known.last, now - known.first.min(), known.count.astype(float))
    graph = Graph.of(one, other, fresh, len(nodes))
    news = _news(met, now, nodes)
    asked = np.array([node for node in news if graph.starts[node + 1] - graph.starts[node] >= LEAST])
    if len(asked) > MOST:
        asked = np.random.default_rng(0).choice(asked, MOST, replace=False)
    return float(np.mean([bool(news[node] & set(closest(node, graph.look)[0][:FIRST])) for node in asked.tolist()]))


def pairs(sender: Ints, receiver: Ints, at: Floats) -> Pairs:
    """Who met whom, whoever wrote."""
    both = np.stack((np.minimum(sender, receiver), np.maximum(sender, receiver)), axis=1)
    unique, place, counts = np.unique(both, axis=0, return_inverse=True, return_counts=True)
    place = place.reshape(-1)
    first, last = np.full(len(unique), np.inf), np.full(len(unique), -np.inf)
    np.minimum.at(first, place, at)
    np.maximum.at(last, place, at)
    return Pairs(unique[:, 0], unique[:, 1], first, last, counts)


def _news(met: Pairs, now: float, nodes: Ints) -> dict[int, set[int]]:
    """For each who met somebody for the first time from `now` on, whom: only of those in the graph already."""
    is_new = (met.first >= now) & np.isin(met.one, nodes) & np.isin(met.other, nodes)
    news: dict[int, set[int]] = {}
    ones, others = np.searchsorted(nodes, met.one[is_new]), np.searchsorted(nodes, met.other[is_new])
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        news.setdefault(one, set()).add(other)
        news.setdefault(other, set()).add(one)
    return news
