from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from rapport.people.models import Person
from rapport.rounds.today import suggestions, the_round
from rapport.ties.rest import rest
from rounds.morning import TODAY, acts, busy_book, connected

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("minutes", [1, 2, 5, 9, 15, 30, 120])
def test_never_more_than_five_acts_or_the_minutes_there_are(minutes: int) -> None:
    ann, _ = busy_book(20)
    for day in range(6):
        todays = acts(ann, minutes=minutes, on=TODAY + timedelta(days=day))
        assert len(todays) <= 5
        assert sum(act.minutes for act in todays) <= minutes


def test_one_suggestion_a_person_and_the_same_again_for_the_same_book() -> None:
    ann, _ = busy_book(20)
    for day in range(6):
        on = TODAY + timedelta(days=day)
        people = [person for act in acts(ann, on=on) for person in act.people]
        assert len(people) == len(set(people))
        assert acts(ann, on=on) == acts(ann, on=on)


def test_the_resting_the_dead_and_the_trashed_are_never_in_it() -> None:
    ann, people = busy_book(9)
    for person in people[:3]:
        rest(person, now=cast.MORNING)
    Person.objects.filter(pk__in=[person.pk for person in people[3:6]]).update(is_deceased=True)
    Person.objects.filter(pk__in=[person.pk for person in people[6:8]]).update(trashed_at=cast.MORNING)
    assert [act.people for act in acts(ann)] == [(people[8],)]


def test_nothing_due_is_said() -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    found = the_round(ann, on=TODAY, minutes=15)
    assert (found.acts, found.closing) == ((), "Nothing is due today. That is all.")


def test_another_s_book_is_another_s() -> None:
    busy_book(5)
    assert acts(cast.mo()) == []


def test_the_queries_do_not_grow_with_the_book() -> None:
    ann, _ = busy_book(6)
    connected(cast.known(ann, "Sal Moretti"), 5)
    with CaptureQueriesContext(
        connection,
    ) as few:
        acts(ann)
    for n in range(30):
        connected(cast.known(ann, f"Person {n}"), 5 + n)
    with CaptureQueriesContext(connection) as many:
        acts(ann)
    assert len(many) <= len(few) <= 40


def test_every_suggestion_has_a_kind_of_its_own() -> None:
    kinds = [suggestion.kind for suggestion in suggestions()]
    assert len(kinds) == len(set(kinds))
    assert {"hello", "get_back", "slipping", "worth_it", "thank", "promised", "introduce", "unexpected"} <= set(kinds)
    assert all(len(kind) <= 16 for kind in kinds)
