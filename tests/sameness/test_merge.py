"""Two become one and are parted again: nothing is lost, nothing is left over, in whatever order."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

import cast
from rapport.kit.aftermath import settle
from rapport.people.models import Book, Identity, Merge, Note, Person, Review
from rapport.sameness.merge import Joining, merge, merge_all, unmerge
from rapport.ties.models import Rest, Tie, Touch
from rapport.ties.record import log
from snapshot import changes, snapshot

NAMES = ("Bo", "Bo L", "Bo Lindqvist", "B Lindqvist", "Cy")


def people_in(book: Book) -> list[Person]:
    """Five records with addresses and notes of their own and in common, talks with one and with two, and a question."""
    people = [cast.known_in(book, name) for name in NAMES]
    for place, person in enumerate(people):
        for address in (f"bo{place}@pipes.example", "bo@pipes.example"):
            Identity.objects.create(
                book=book, person=person, key=f"email:{address}", platform="email", handle=address, is_hand=True
            )
        Note.objects.create(book=book, person=person, key=f"note {place % 2}", text="Plays the accordion", is_hand=True)
        both = [person, people[place // 2]][: 1 + (place > 1)]
        log(people=both, kind="call", channel="phone", direction="both", now=cast.MORNING)
    Review.objects.create(book=book, first=people[0], second=people[4], stage="asked", code="same_name", weight=0.6)
    settle(book, [person.pk for person in people])
    return people


def wish(person: Person, **columns: object) -> None:
    Tie.objects.update_or_create(person=person, book=person.book, defaults=columns)


def tie(person: Person) -> tuple[int | None, int | None, bool]:
    found = Tie.objects.get(person=person)
    return found.cadence, found.layer_pin, found.matters


class Sequences(TestCase):
    @settings(max_examples=20, phases=(Phase.generate,), suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8), st.randoms(use_true_random=False))
    def test_whatever_was_merged_can_be_parted_back_to_the_beginning(self, pairs, random) -> None:  # type: ignore[no-untyped-def]
        book = Book.of(cast.ann())
        people = people_in(book)
        for person in people:
            wish(person, cadence=random.choice((None, 30, 90)), matters=random.random() < 0.3)
        seen = [snapshot(book)]
        merges: list[Merge] = []
        for kept, gone in pairs:
            here = [Person.objects.get(pk=people[place].pk) for place in (kept, gone)]
            if kept != gone and not any(person.merged_into_id for person in here):
                merges.append(merge(*here, code="by_hand", now=cast.MORNING))
                seen.append(snapshot(book))
        for done in reversed(merges):
            assert changes(seen.pop(), snapshot(book)) == {}
            unmerge(Merge.objects.get(pk=done.pk), now=cast.MORNING)
        assert changes(seen.pop(), snapshot(book)) == {}


@pytest.fixture
def people() -> list[Person]:
    return people_in(Book.of(cast.ann()))


@pytest.mark.django_db
def test_many_at_once_come_to_the_same_as_one_by_one(people: list[Person]) -> None:
    book, pairs = people[0].book, [(people[0], people[1]), (people[0], people[2])]
    before = snapshot(book)
    done = merge_all(book, [Joining(one.pk, other.pk, "by_hand") for one, other in pairs], now=cast.MORNING)
    at_once = set(Touch.objects.filter(person=people[0]).values_list("interaction_id", "direction"))
    for each in reversed(done):
        unmerge(Merge.objects.get(pk=each.pk), now=cast.MORNING)
    assert changes(before, snapshot(book)) == {}
    for one, other in pairs:
        merge(one, other, code="by_hand", now=cast.MORNING)
    assert set(Touch.objects.filter(person=people[0]).values_list("interaction_id", "direction")) == at_once


@pytest.mark.django_db
def test_wishes_live_on_where_the_kept_one_has_none(people: list[Person]) -> None:
    bo, other = people[:2]
    wish(bo, cadence=30)
    wish(other, cadence=90, layer_pin=15, matters=True)
    done = merge(bo, other, code="by_hand", now=cast.MORNING)
    assert tie(bo) == (30, 15, True)
    unmerge(done, now=cast.MORNING)
    assert (tie(bo), tie(other)) == ((30, None, False), (90, 15, True))


@pytest.mark.django_db
def test_a_wish_changed_since_stays(people: list[Person]) -> None:
    bo, other = people[:2]
    wish(other, cadence=90, layer_pin=15)
    done = merge(bo, other, code="by_hand", now=cast.MORNING)
    wish(bo, cadence=14)
    unmerge(done, now=cast.MORNING)
    assert tie(bo) == (14, None, False)


@pytest.mark.django_db
def test_with_the_first_giver_gone_the_next_one_gives(people: list[Person]) -> None:
    bo, one, other = people[:3]
    wish(one, cadence=30)
    wish(other, cadence=90)
    first, _ = (merge(bo, each, code="by_hand", now=cast.MORNING) for each in (one, other))
    unmerge(first, now=cast.MORNING)
    assert tie(bo)[0] == 90


@pytest.mark.django_db
def test_a_rest_comes_along_and_goes_back(people: list[Person]) -> None:
    bo, other = people[:2]
    Rest.objects.create(person=other, since=cast.MORNING)
    done = merge(bo, other, code="by_hand", now=cast.MORNING)
    assert Rest.objects.get().person == bo
    unmerge(done, now=cast.MORNING)
    assert Rest.objects.get().person == other


@pytest.mark.django_db
def test_what_was_merged_on_since_is_parted_first(people: list[Person]) -> None:
    bo, one, cy = people[0], people[1], people[4]
    first = merge(bo, one, code="by_hand", now=cast.MORNING)
    merge(cy, bo, code="by_hand", now=cast.MORNING)
    with pytest.raises(ValueError, match="Undo that first"):
        unmerge(Merge.objects.get(pk=first.pk), now=cast.MORNING)
