from datetime import timedelta

import pytest

import cast
from rapport.ledger.models import Promise
from rapport.ledger.promises import follow_up
from rapport.people.models import Book, Person
from rapport.rounds.answers import answer, take_back
from rounds.morning import TODAY, acts, card, kinds

pytestmark = pytest.mark.django_db


def planned(person: Person, *, days: int = 1) -> Promise:
    return follow_up(person, after="Harbour mixer", on=TODAY, due_on=TODAY + timedelta(days=days))


def test_it_comes_on_its_day_and_says_nothing_of_a_promise() -> None:
    ann = cast.ann()
    cy = cast.known(ann, "Cy Park")
    planned(cy)
    assert not {"planned", "promised", "follow_up"} & kinds(ann)
    told = card(ann, "planned", on=TODAY + timedelta(days=1))
    assert told.act == "Follow up with Cy Park"
    assert told.reason == "You met yesterday. Follow up after Harbour mixer."
    assert "promise" not in told.opener


def test_namesakes_are_told_apart_by_what_was_typed() -> None:
    ann = cast.ann()
    roofer, other = cast.known(ann, "Ana Silva"), cast.known(ann, "Ana Silva")
    Person.objects.filter(pk=roofer.pk).update(headline="roofer")
    for person in (roofer, other):
        planned(person, days=0)
    told = sorted(act.reason for act in acts(ann) if act.kind == "planned")
    assert told == [f"{who}You met today. Follow up after Harbour mixer." for who in ("Roofer. ", "")]


def test_answered_it_is_done_and_taken_back_it_is_open_again() -> None:
    ann = cast.ann()
    made = planned(cast.known(ann, "Cy Park"), days=0)
    key = card(ann, "planned").key
    given = answer(Book.of(ann), key, "wrote", on=TODAY, now=cast.MORNING)
    assert given is not None
    made.refresh_from_db()
    assert made.state == "kept"
    take_back(given)
    made.refresh_from_db()
    assert made.state == "open"
