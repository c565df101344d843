"""Which two people share something rare. Pure: people and topics are whatever names them in one book."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple


class Match(NamedTuple):
    """`score` is the harmonic mean of the two directed matches, between 0 and 1; `topics` shared, the rarest first."""

    first: int
    second: int
    score: float
    topics: tuple[str, ...]


def rare(people: int) -> int:
    """Up to how many holders make a topic a passion of few, in a book of so many people."""
    return min(40, 12 + people // 200)


def matches(interests: Mapping[int, Iterable[str]], people: int) -> list[Match]:
    """Pairs of holders who share a rare topic, the best first.

    `interests` are the topics of each person, `people` how many there are in all. A topic weighs ln(people / holders).
    One directed match is the weight shared over the weight of all that one cares about, plus the weight of a topic
    that one single person holds: so one small thing in common is not everything.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for who, topics in interests.items():
        for topic in set(topics):
            holders[topic].append(who)
    count = max(people, len(interests)) + 1
    weights = {topic: math.log(count / len(held)) for topic, held in holders.items()}
    own = {who: sum(weights[topic] for topic in set(topics)) for who, topics in interests.items()}
    shared = _shared(holders, rare(people))
    found = []
    for (first, second), topics in shared.items():
        common = sum(weights[topic] for topic in topics)
        one, other = (common / (math.log(count) + own[who]) for who in (first, second))
        best = tuple(sorted(topics, key=lambda topic: (-weights[topic], topic)))
        found.append(Match(first, second, 2 * one * other / (one + other), best))
    return sorted(found, key=lambda match: (-match.score, match.first, match.second))


def _shared(holders: Mapping[str, list[int]], most: int) -> dict[tuple[int, int], list[str]]:
    """By way of the rare topics only, so that no pass over all pairs is needed."""
    shared: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for topic, held in holders.items():
        if 2 <= len(held) <= most:
            for pair in combinations(sorted(held), 2):
                shared[pair].append(topic)
    return shared
