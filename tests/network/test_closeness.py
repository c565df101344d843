"""Closeness in a graph, without a database."""

import numpy as np
import pytest

from rapport.network.closeness import Graph, closest, freshness

ANN, BO, CY, DEE, EVE, FAY = range(6)


def graph(*edges: tuple[int, int], age: dict[tuple[int, int], float] | None = None, size: int = 6) -> Graph:
    ages = np.array([(age or {}).get(edge, 10.0) for edge in edges])
    one, other = (np.array(side) for side in zip(*edges, strict=True))
    return Graph.of(one, other, freshness(ages, 1000.0), size)


def order(of: Graph, node: int, **how: int) -> list[int]:
    found: list[int] = closest(node, of.look, **how)[0].tolist()
    return found


def test_who_shares_more_connections_stands_higher() -> None:
    of = graph((ANN, BO), (ANN, CY), (BO, DEE), (CY, DEE), (CY, EVE))
    assert order(of, ANN) == [DEE, EVE]


def test_neither_oneself_nor_whom_one_knows() -> None:
    of = graph((ANN, BO), (ANN, CY), (BO, CY), (BO, DEE))
    assert order(of, ANN) == [DEE]


def test_who_knows_nobody_is_led_to_nobody() -> None:
    of = graph((BO, CY))
    assert (order(of, ANN), order(of, BO)) == ([], [])


def test_a_common_friend_of_few_counts_more_than_one_of_many() -> None:
    crowd = [(CY, n) for n in range(10, 30)]
    of = graph((ANN, BO), (ANN, CY), (BO, DEE), (CY, EVE), *crowd, size=30)
    assert order(of, ANN)[0] == DEE


def test_what_is_fresh_counts_more_than_what_is_old() -> None:
    ways = ((ANN, BO), (ANN, CY), (BO, DEE), (CY, EVE))
    fresh = closest(ANN, graph(*ways, age={(ANN, CY): 900.0, (CY, EVE): 900.0}).look)[1]
    old = closest(ANN, graph(*ways, age={(ANN, BO): 900.0, (BO, DEE): 900.0}).look)[1]
    assert (fresh[0] > fresh[1], old[0] > old[1]) == (True, False)


def test_a_chain_leads_three_steps_and_no_further() -> None:
    of = graph((ANN, BO), (BO, CY), (CY, DEE), (DEE, EVE), (EVE, FAY))
    assert order(of, ANN) == [CY, DEE]


def test_with_no_reach_only_the_friends_of_friends_are_found() -> None:
    of = graph((ANN, BO), (BO, CY), (CY, DEE))
    assert order(of, ANN, reach=0) == [CY]


def test_equals_stand_in_the_order_of_their_numbers() -> None:
    of = graph((ANN, BO), (BO, CY), (BO, DEE), (BO, EVE))
    assert order(of, ANN) == [CY, DEE, EVE]


def test_scores_fall() -> None:
    of = graph((ANN, BO), (ANN, CY), (BO, DEE), (CY, DEE), (CY, EVE), (EVE, FAY))
    found, scores = closest(ANN, of.look)
    assert len(found) == len(scores)
    assert (np.diff(scores) <= 0).all()
    assert scores[0] == pytest.approx(0.4)
