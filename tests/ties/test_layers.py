from collections import Counter

import pytest

from rapport.ties.layers import SIZES, Standing, could_rest, place, rooms


def many(count: int) -> list[Standing[int]]:
    return [Standing(number, 1000.0 - number, 1000.0 - number) for number in range(count)]


def test_layers_are_cut_by_rank() -> None:
    counts = Counter(each.layer for each in place(many(600)).values())
    assert counts == {5: 5, 15: 10, 50: 35, 150: 100, 500: 350}


def test_an_empty_book_has_empty_layers() -> None:
    assert place([]) == {}
    assert [room.taken for room in rooms([])] == [0, 0, 0, 0, 0]


def test_who_has_no_strength_has_no_layer() -> None:
    assert place([Standing("Cy", 0.0, 0.0)]) == {}


def test_a_quiet_month_does_not_push_anybody_out() -> None:
    people = many(20)
    faded = Standing(99, 986.5, 1001.0)
    places = place([*people, faded])
    assert places[99].layer == 5
    assert (places[99].today, places[99].is_held) == (15, True)


def test_one_busy_month_brings_somebody_in() -> None:
    assert place([*many(20), Standing(99, 2000.0, 1.0)])[99].layer == 5


def test_a_pin_holds_whatever_the_rank_and_takes_a_place() -> None:
    places = place([*many(20), Standing(99, 0.0, 0.0, pin=5)])
    assert (places[99].layer, places[99].is_pinned) == (5, True)
    assert [key for key, each in places.items() if each.layer == 5] == [99, 0, 1, 2, 3]


def test_a_pin_is_one_of_the_layers() -> None:
    with pytest.raises(ValueError, match="7"):
        place([Standing("Bo", 1.0, 1.0, pin=7)])


def test_equal_strengths_keep_the_order_given() -> None:
    places = place([Standing(name, 1.0, 1.0) for name in ("Ann", "Bo", "Cy", "Dee", "Mo", "Sal")])
    assert [places[name].layer for name in ("Ann", "Mo", "Sal")] == [5, 5, 15]


def test_rooms_count_the_inner_layers_in() -> None:
    assert [(room.size, room.taken) for room in rooms(place(many(40)).values())] == list(
        zip(SIZES, (5, 15, 40, 40, 40), strict=True)
    )


def test_an_overfull_layer_could_let_the_held_rest() -> None:
    people = [*many(20), Standing(98, 985.5, 1002.0), Standing(99, 985.4, 1001.0)]
    places = place(people)
    assert rooms(places.values())[0].over == 2
    assert could_rest(people, places) == [99, 98]
