"""Whether two are one person is judged anew when an import brings facts of either, and as before when it is undone."""

from typing import Any

import pytest

import cast
from rapport.archives.undo import undo
from rapport.kit.aftermath import settle
from rapport.people.asking_same import ask_same
from rapport.people.doubles import Double
from rapport.people.models import Batch, Book, Day, Home, Identity, Person, Rejudged, Review
from rapport.people.tell_apart import tell_apart
from rapport.sameness import resolve as resolving
from rapport.sameness.resolve import compare, resolve
from rapport.sameness.reviewing import waiting
from snapshot import changes, snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def book() -> Book:
    return Book.of(cast.ann())


def known(book: Book, *names: str) -> list[Person]:
    people = [cast.known_in(book, name) for name in names]
    settle(book, [person.pk for person in people])
    return people


@pytest.fixture
def pair(book: Book) -> list[Person]:
    """Two of one name of whom nothing else is known: asked about."""
    people = known(book, "Bo Lindqvist", "Bo Lindqvist")
    resolve(book, changed=None, now=cast.MORNING)
    assert [asked.stage for asked in waiting(book, cast.MORNING)] == ["asked"]
    return people


def later(book: Book, model: Any, *told: tuple[Person, str], **values: str) -> Batch:
    """A batch that tells something of these people; `key` of each is what it says."""
    batch = Batch.objects.create(book=book, state="done")
    for person, key in told:
        model.objects.create(book=book, person=person, batch=batch, source="vcard", key=key, **values)
    resolve(book, changed={person.pk for person, _ in told}, now=cast.MORNING, batch=batch)
    return batch


def home(book: Book, *people: Person) -> Batch:
    return later(book, Home, *((person, "7 quay street") for person in people), text="7 Quay Street, Portside")


def birthdays(book: Book, pair: list[Person]) -> Batch:
    batch = Batch.objects.create(book=book, state="done")
    for person, on in zip(pair, ("1950-03-07", "1985-11-30"), strict=True):
        Day.objects.create(book=book, person=person, batch=batch, key=on, kind="birthday", on=on, precision="day")
    resolve(book, changed={pair[1].pk}, now=cast.MORNING, batch=batch)
    return batch


def test_facts_that_speak_for_it_raise_a_question(book: Book, pair: list[Person]) -> None:
    home(book, *pair)
    assert [asked.stage for asked in waiting(book, cast.MORNING)] == ["one_click"]
    assert Review.objects.count() == 1


def test_facts_that_speak_against_it_let_it_rest(book: Book, pair: list[Person]) -> None:
    birthdays(book, pair)
    assert waiting(book, cast.MORNING) == []


def test_undone_it_is_asked_as_before(book: Book, pair: list[Person]) -> None:
    before = snapshot(book)
    for change in (lambda: home(book, *pair), lambda: birthdays(book, pair)):
        undo(change(), now=cast.MORNING)
        assert changes(before, snapshot(book)) == {}


def test_of_two_that_both_changed_it_either_can_be_undone(book: Book, pair: list[Person]) -> None:
    before = snapshot(book)
    first, second = home(book, *pair), birthdays(book, pair)
    assert "birthday" in waiting(book, cast.MORNING)[0].code
    undo(first, now=cast.MORNING)
    assert waiting(book, cast.MORNING) == []
    undo(second, now=cast.MORNING)
    assert changes(before, snapshot(book)) == {}


def test_a_question_that_a_batch_asked_goes_with_it(book: Book) -> None:
    people = known(book, "Bo Lindqvist", "B. Lindqvist")
    before = snapshot(book)
    batch = home(book, *people)
    assert len(waiting(book, cast.MORNING)) == 1
    undo(batch, now=cast.MORNING)
    assert (changes(before, snapshot(book)), Rejudged.objects.count()) == ({}, 0)


def test_facts_of_others_change_nothing(book: Book, pair: list[Person]) -> None:
    cy = cast.known_in(book, "Cy Park")
    before = Review.objects.values().get()
    later(book, Identity, (cy, "email:cy@park.example"), platform="email", handle="cy@park.example")
    assert (Review.objects.values().get(), Rejudged.objects.count()) == (before, 0)


def test_what_the_owner_s_typing_asked_is_raised_and_never_dropped(book: Book) -> None:
    one, other = cast.known_in(book, "Bo"), cast.known_in(book, "Bo Lindqvist")
    ask_same(one, [Double(other, "part")])
    resolve(book, changed={one.pk}, now=cast.MORNING)
    assert [asked.code for asked in waiting(book, cast.MORNING)] == ["one_word"]
    later(book, Home, (one, "x"), text="9 Hill Road, Portside")
    assert len(waiting(book, cast.MORNING)) == 1


def test_typed_again_a_question_at_rest_is_asked(book: Book, pair: list[Person]) -> None:
    birthdays(book, pair)
    ask_same(pair[0], [Double(pair[1], "name")])
    assert [asked.stage for asked in waiting(book, cast.MORNING)] == ["asked"]


def test_who_was_told_apart_is_not_asked_again(book: Book, pair: list[Person]) -> None:
    tell_apart(pair[0], [pair[1]], now=cast.MORNING)
    home(book, *pair)
    assert waiting(book, cast.MORNING) == []


def test_what_was_compared_before_counts_unless_something_changed(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    first = known(book, "Bo Lindqvist", "Bo Lindqvist")
    before = compare(book, changed=None)
    known(book, "Cy Park", "Cy Park")
    resolve(book, changed=None, now=cast.MORNING, before=before)
    assert Review.objects.count() == 2
    before = compare(book, changed=None)
    monkeypatch.setattr(resolving, "pairs", lambda *_, **__: pytest.fail("compared once more"))
    resolve(book, changed=None, now=cast.MORNING, before=before)
    assert first[0].pk in {asked.first for asked in waiting(book, cast.MORNING)}
