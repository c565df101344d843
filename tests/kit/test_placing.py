"""Nobody in the rings covers anybody else, however many there are."""

from math import hypot, pi

from hypothesis import given
from hypothesis import strategies as st

from rapport.kit.placing import BANDS, CENTRE, Dot, Placed, place, sectors

LAYERS = [5] * 5 + [15] * 10 + [50] * 35 + [150] * 100


def town(groups: int, people: int = 150) -> list[Dot]:
    return [Dot(f"Person {at}", f"/people/{at}/", LAYERS[at], f"Group {at * at % groups}") for at in range(people)]


def placed(dots: list[Dot]) -> list[Placed]:
    return place(dots, sectors(dots, "Elsewhere"), "Elsewhere")


def nearest(found: list[Placed]) -> float:
    """The smallest space between two dots' edges."""
    pairs = ((one, two) for at, one in enumerate(found) for two in found[at + 1 :])
    return min((hypot(one.x - two.x, one.y - two.y) - one.radius - two.radius for one, two in pairs), default=1.0)


def test_a_hundred_and_fifty_people_stand_apart() -> None:
    found = placed(town(7))
    assert len(found) == 150
    assert nearest(found) > 2


def test_at_full_width_every_dot_has_room_for_a_finger() -> None:
    found = placed(town(9))
    assert min(hypot(a.x - b.x, a.y - b.y) for i, a in enumerate(found) for b in found[i + 1 :]) >= 24


def test_everybody_stands_within_the_ring_of_their_layer() -> None:
    for one in placed(town(6)):
        assert hypot(one.x - CENTRE, one.y - CENTRE) < BANDS[one.dot.layer].edge


@given(st.lists(st.tuples(st.sampled_from(sorted(BANDS)), st.sampled_from("abcdefghijklmnop")), max_size=220))
def test_no_book_makes_people_overlap(people: list[tuple[int, str]]) -> None:
    found = placed([Dot(f"Person {at}", "/", layer, group) for at, (layer, group) in enumerate(people)])
    assert len(found) == len(people)
    assert nearest(found) > 0


def test_directions_go_once_around_the_largest_first() -> None:
    dots = [Dot("Bo", "/", 150, "Chapter")] * 3 + [Dot("Cy", "/", 150, "Hub")] * 2 + [Dot("Dee", "/", 50)]
    found = sectors(dots, "Elsewhere")
    assert [sector.name for sector in found] == ["Chapter", "Hub", "Elsewhere"]
    assert abs(found[-1].ends - 2 * pi) < 1e-9


def test_small_groups_go_elsewhere() -> None:
    dots = [Dot("Bo", "/", 150, "Chapter")] * 99 + [Dot("Cy", "/", 150, "Hub")]
    assert [sector.name for sector in sectors(dots, "Elsewhere")] == ["Chapter", "Elsewhere"]


def test_an_empty_book_has_no_directions() -> None:
    assert placed([]) == []
