"""Which professions come near one another."""

from rapport.seats.overlap import nearness, overlaps

TREE = {1: None, 2: 1, 3: 1, 20: 2, 21: 2, 30: 3, 200: 20, 201: 20}


def test_the_same_and_the_far_do_not_come_near() -> None:
    assert nearness(TREE, 20, 20) is None
    assert nearness(TREE, 20, 30) is None
    assert nearness(TREE, 20, 99) is None


def test_wider_narrower_and_beside() -> None:
    assert nearness(TREE, 200, 20) == "wider"
    assert nearness(TREE, 2, 201) == "narrower"
    assert nearness(TREE, 20, 21) == "beside"


def test_sectors_are_too_wide_to_count() -> None:
    assert nearness(TREE, 20, 1) is None
    assert nearness(TREE, 2, 3) is None


def test_a_tree_that_turns_in_a_circle_ends() -> None:
    assert overlaps({1: 2, 2: 1}, 1, [2, 3]) == {2: "wider"}
