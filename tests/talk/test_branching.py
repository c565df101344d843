"""The order of comments, without a database."""

from rapport.talk.branching import in_order


def test_answers_to_what_is_hidden_stand_in_its_place() -> None:
    rows = [(1, None), (2, 1), (3, 2), (4, None)]
    assert in_order(rows, {2}) == [(1, 0), (3, 1), (4, 0)]
    assert in_order(rows, {1, 2}) == [(3, 0), (4, 0)]


def test_an_answer_to_nothing_known_stands_by_itself() -> None:
    assert in_order([(5, 4)]) == [(5, 0)]


def test_a_chain_of_thousands_is_no_matter() -> None:
    rows = [(number, number - 1 or None) for number in range(1, 5001)]
    assert in_order(rows)[-1] == (5000, 4)
