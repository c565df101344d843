import pytest

import cast
from rapport.people.models import Book
from rapport.rounds.mattering import choose, up_for_choice
from rounds.morning import TODAY, acts, card, kinds

pytestmark = pytest.mark.django_db


def test_who_matters_is_asked_once_and_then_comes_first() -> None:
    ann = cast.ann()
    people = [cast.known(ann, f"Person {n}") for n in range(12)]
    assert card(ann, "matters").url == "/matters/"
    assert choose(Book.of(ann), [person.number for person in people[:3]], on=TODAY) == 3
    assert [act.kind for act in acts(ann)] == ["chosen_few"] * 3


def test_twelve_are_up_for_choice_those_one_knows_most_of() -> None:
    ann = cast.ann()
    people = [cast.known(ann, f"Person {n:02}") for n in range(30)]
    choose(Book.of(ann), [people[-1].number], on=TODAY)
    asked = up_for_choice(Book.of(ann))
    assert len(asked) == 13
    assert [person.name for person, is_chosen in asked if is_chosen] == ["Person 29"]


def test_a_choice_can_be_changed() -> None:
    ann = cast.ann()
    people = [cast.known(ann, f"Person {n}") for n in range(6)]
    choose(Book.of(ann), [people[0].number], on=TODAY)
    choose(Book.of(ann), [people[1].number, 999], on=TODAY)
    assert [act.people[0] for act in acts(ann)] == [people[1]]


def test_a_book_that_knows_enough_is_not_asked() -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    assert "matters" not in kinds(ann)
