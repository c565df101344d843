import math
from collections import Counter

import pytest

from rapport.introductions.matching import Match, matches, rare, rarest


def matched(interests: dict[int, list[str]], people: int) -> list[Match]:
    """Everything these people care for is all there is."""
    holders = Counter(topic for topics in interests.values() for topic in set(topics))
    return matches(interests, holders, people, rarest(holders, people, 10_000))


def test_two_who_share_something_rare_are_a_match() -> None:
    found = matched({1: ["butterflies"], 2: ["butterflies"], 3: ["chess"]}, 100)
    assert [(match.first, match.second, match.topics) for match in found] == [(1, 2, ("butterflies",))]
    assert 0 < found[0].score < 1


def test_the_rarer_the_better() -> None:
    interests = {1: ["orchids"], 2: ["orchids"]} | {n: ["running"] for n in range(3, 10)}
    best, *others = matched(interests, 100)
    assert best.topics == ("orchids",)
    assert all(match.score < best.score for match in others)


def test_one_small_thing_in_common_is_not_everything() -> None:
    single = matched({1: ["orchids"], 2: ["orchids"]}, 50)[0].score
    many = matched({1: ["orchids"], 2: ["orchids", *"abcdefgh"]}, 50)[0].score
    assert many < single


def test_the_mean_is_harmonic() -> None:
    assert matched({1: ["x"], 2: ["x", "a", "b"]}, 9)[0].score == pytest.approx(
        2 / sum(1 / one for one in _directed({1: ["x"], 2: ["x", "a", "b"]}, 9))
    )


def _directed(interests: dict[int, list[str]], people: int) -> list[float]:
    weight = {"x": math.log((people + 1) / 2), "a": math.log(people + 1), "b": math.log(people + 1)}
    return [weight["x"] / (math.log(people + 1) + sum(weight[t] for t in own)) for own in interests.values()]


def test_what_everybody_cares_for_matches_nobody() -> None:
    crowd = {n: ["running"] for n in range(rare(100) + 1)}
    assert matched(crowd, 100) == []
    assert len(matched({n: ["running"] for n in range(rare(100))}, 100)) > 0


def test_the_same_interests_give_the_same_matched() -> None:
    interests = {n: [f"t{n % 4}", f"u{n % 5}"] for n in range(20)}
    turned = dict(sorted(interests.items(), reverse=True))
    assert matched(interests, 60) == matched(turned, 60)


def test_the_rarest_come_first_and_enough_is_enough() -> None:
    holders = {"running": 500, "chess": 4, "orchids": 2, "fossils": 3, "hermit": 1}
    assert rarest(holders, 1000, 10_000) == ["orchids", "fossils", "chess"]
    assert rarest(holders, 1000, 2) == ["orchids", "fossils"]
