"""Which two people share something rare. Pure: people and topics are whatever names them in one book."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping
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


def rarest(holders: Mapping[str, int], people: int, pairs: int) -> list[str]:
    """Topics of few that two at least hold, the rarest first, until their holders make about so many pairs."""
    found, most = [], rare(people)
    for topic in sorted(holders, key=lambda topic: (holders[topic], topic)):
        if 2 <= holders[topic] <= most and pairs > 0:
            found.append(topic)
            pairs -= holders[topic] * (holders[topic] - 1) // 2
    return found


def matches(
    interests: Mapping[int, Collection[str]], holders: Mapping[str, int], people: int, topics: Collection[str]
) -> list[Match]:
    """Pairs of people who share one of `topics`, the best first.

    `interests` are all topics of each of their holders; `holders` counts who in the book cares for each, `people` how
    many there are in all. A topic weighs ln(people / holders). One directed match is the weight shared over the
    weight of all that one cares about, plus the weight of a topic that one single person holds: so one small thing in
    common is not everything.
    """
    count = people + 1
    weights = {topic: math.log(count / min(held, people)) for topic, held in holders.items()}
    own = {who: math.log(count) + sum(weights[topic] for topic in set(held)) for who, held in interests.items()}
    found = []
    for (first, second), shared in _shared(interests, frozenset(topics)).items():
        common = sum(weights[topic] for topic in shared)
        one, other = common / own[first], common / own[second]
        best = tuple(sorted(shared, key=lambda topic: (-weights[topic], topic)))
        found.append(Match(first, second, 2 * one * other / (one + other), best))
    return sorted(found, key=lambda match: (-match.score, match.first, match.second))


def _shared(interests: Mapping[int, Collection[str]], topics: frozenset[str]) -> dict[tuple[int, int], list[str]]:
    """By way of the few topics only, so that no pass over all pairs is needed."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for who in sorted(interests):
        for topic in topics.intersection(interests[who]):
            holders[topic].append(who)
    shared: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for topic in sorted(holders):
        for pair in combinations(holders[topic], 2):
            shared[pair].append(topic)
    return shared
