"""Erasing somebody: nothing of them stays, others keep what is theirs, and they do not come back by themselves."""

import pytest

import cast
from rapport.kit.holdings import holdings
from rapport.people.claims import say
from rapport.people.keys import identity
from rapport.people.models import Book, Identity, Person, Relation, Suppression
from rapport.people.noting import note
from rapport.rights.erase import erase
from rapport.rights.suppress import Suppressed
from rapport.sameness.merge import merge
from rapport.ties.models import Interaction
from rapport.ties.record import log

pytestmark = pytest.mark.django_db
MAIL = identity("email", "bo@pipes.example")


@pytest.fixture
def bo() -> Person:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    say(Identity, person=bo, key=MAIL, now=cast.MORNING, platform="email", handle="bo@pipes.example")
    note(person=bo, text="Loves butterflies. Not a word at the chapter.", now=cast.MORNING)
    log(people=[bo], kind="call", channel="phone", direction="out", now=cast.MORNING)
    return bo


def rows_about(book: Book) -> dict[str, int]:
    """How many rows name a person of this book, by model."""
    ids = list(Person.objects.filter(book=book).values_list("pk", flat=True))
    found = {h.kind: sum(h.of_person(path, ids).count() for path in h.person_paths) for h in holdings()}
    return {kind: count for kind, count in found.items() if count}


def test_nothing_about_them_stays(bo: Person) -> None:
    book = bo.book
    assert erase(book, [bo], suppressed=False, now=cast.MORNING) == 1
    assert rows_about(book) == {}
    assert not Interaction.objects.filter(book=book).exists()


def test_who_was_merged_into_them_goes_too(bo: Person) -> None:
    twin = cast.known_in(bo.book, "Bo L.")
    merge(bo, twin, code="by_hand", now=cast.MORNING)
    assert erase(bo.book, [bo], suppressed=False, now=cast.MORNING) == 2
    assert not Person.objects.filter(book=bo.book).exists()


def test_others_forget_the_name(bo: Person) -> None:
    dee = cast.known_in(bo.book, "Dee Walker")
    say(Relation, person=dee, key="spouse:bo", now=cast.MORNING, kind="spouse", name="Bo Lindqvist", other=bo)
    erase(bo.book, [bo], suppressed=False, now=cast.MORNING)
    kept = Relation.objects.get(person=dee)
    assert (kept.other, kept.name) == (None, "")


def test_a_shared_meeting_stays_with_the_others(bo: Person) -> None:
    dee = cast.known_in(bo.book, "Dee Walker")
    met = log(people=[bo, dee], kind="meeting", channel="in_person", direction="both", now=cast.MORNING)
    erase(bo.book, [bo], suppressed=False, now=cast.MORNING)
    assert [touch.person_id for touch in met.touches.all()] == [dee.pk]


def test_do_not_add_again_keeps_digests_only(bo: Person) -> None:
    book = bo.book
    erase(book, [bo], suppressed=True, now=cast.MORNING)
    known = Suppressed(book)
    assert known.why(identities=[MAIL], name="Anybody") == "identity"
    assert known.why(identities=[], name="BO LINDQVIST") == "name"
    assert known.why(identities=[], name="Cy Park") == ""
    assert not any("lindqvist" in row.digest for row in Suppression.objects.all())


def test_they_do_not_come_back_when_the_hub_is_given_another_key(bo: Person, settings) -> None:
    erase(bo.book, [bo], suppressed=True, now=cast.MORNING)
    settings.SECRET_KEY = "another"  # noqa: S105 - for tests
    assert Suppressed(Book.objects.get()).why(identities=[MAIL], name="") == "identity"


def test_another_book_is_left_alone(bo: Person) -> None:
    other = cast.known(cast.cy(), "Bo Lindqvist")
    assert erase(bo.book, [other], suppressed=True, now=cast.MORNING) == 0
    assert Person.objects.filter(pk=other.pk).exists()
