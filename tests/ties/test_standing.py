"""All ties of a book at once."""

from datetime import date, timedelta

import pytest

import cast
from rapport.people.models import Book, Person
from rapport.sameness.merge import merge
from rapport.ties.models import Interaction, Touch
from rapport.ties.record import log
from rapport.ties.recount import recount
from rapport.ties.rest import pin, rest
from rapport.ties.standing import everybody
from rapport.ties.strength import strength

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


def met(person: Person, *back: int) -> None:
    for days in back:
        on = TODAY - timedelta(days)
        log(people=[person], kind="meeting", channel="in_person", direction="both", now=cast.MORNING, on=on)


def test_an_empty_book_is_empty() -> None:
    ties = everybody(Book.of(cast.ann()), TODAY)
    assert ties.places() == {}
    assert len(ties.ids) == 0


def test_strength_is_that_of_each_tie() -> None:
    ann = cast.ann()
    bo, sal = cast.known(ann, "Bo"), cast.known(ann, "Sal")
    met(bo, 1, 30, 400)
    met(sal, 60)
    ties = everybody(bo.book, TODAY)
    at = dict(zip(ties.ids.tolist(), ties.strength.tolist(), strict=True))
    today = TODAY.toordinal()
    for person in (bo, sal):
        row = ties.ids.tolist().index(person.pk)
        single = strength(float(ties.table["lscore"][row]), int(ties.table["last_in"][row]), today)
        assert at[person.pk] == pytest.approx(single)
    assert at[sal.pk] == pytest.approx(0.5)


def test_strength_a_month_ago_knows_nothing_of_this_month() -> None:
    ann = cast.ann()
    bo, sal = cast.known(ann, "Bo"), cast.known(ann, "Sal")
    met(bo, 1, 2, 3)
    met(sal, 30)
    before = dict(zip(everybody(bo.book, TODAY).ids, everybody(bo.book, TODAY).strength_before, strict=True))
    assert before[bo.pk] == 0
    assert before[sal.pk] == pytest.approx(1.0)


def test_a_person_on_three_platforms_is_one() -> None:
    ann = cast.ann()
    for number in range(400):
        person = cast.known(ann, f"Person {number % 150}")
        made = Interaction.objects.create(
            book=person.book, key=f"c{number}", kind="message", channel="x", precision="day", day=TODAY.toordinal()
        )
        Touch.of(made, person, "both").save()
    people = list(Person.objects.order_by("pk"))
    recount(people[0].book, [person.pk for person in people])
    for gone in people[150:]:
        kept = next(person for person in people[:150] if person.name == gone.name)
        merge(kept, gone, code="by_hand", now=cast.MORNING)
    assert len(everybody(people[0].book, TODAY).places()) == 150


def test_the_owner_s_own_word_holds() -> None:
    ann = cast.ann()
    close = [cast.known(ann, f"Person {n}") for n in range(6)]
    for person in close:
        met(person, 1, 2)
    far = cast.known(ann, "Zhanna")
    pin(far, 5)
    places = everybody(far.book, TODAY).places()
    assert places[far.pk].layer == 5
    assert sorted(place.layer for place in places.values()) == [5, 5, 5, 5, 5, 15, 15]


def test_who_has_ended_or_died_stands_nowhere() -> None:
    ann = cast.ann()
    bo, sal, mo = (cast.known(ann, name) for name in ("Bo", "Sal", "Mo"))
    for person in (bo, sal, mo):
        met(person, 1)
    rest(bo, now=cast.MORNING, state="ended")
    rest(mo, now=cast.MORNING)
    Person.objects.filter(pk=sal.pk).update(is_deceased=True)
    assert set(everybody(bo.book, TODAY).places()) == {mo.pk}
