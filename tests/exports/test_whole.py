"""Everything a book holds stands in its export, each thing where the contract says."""

import json
from datetime import date
from typing import Any

import pytest

import cast
from rapport.exports.whole import book_json
from rapport.kit.holdings import Holding, holdings
from rapport.people.claims import say, strike
from rapport.people.models import Batch, Book, Identity, Name, Note
from rapport.rights.suppress import suppress
from rapport.sameness.merge import merge, unmerge
from rapport.ties.record import log
from tainted import tainted_book

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture
def book() -> Book:
    return Book.of(cast.ann())


def exported(book: Book) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(b"".join(book_json(book, TODAY)))
    return whole


def test_an_empty_book_is_an_export_too(book: Book) -> None:
    whole = exported(book)
    assert (whole["format"], whole["member"], whole["people"], whole["batches"]) == ("rapport-book/1", "ann", [], [])


def test_a_person_tells_names_ways_and_notes(book: Book) -> None:
    bo = cast.known_in(book, "Øystein Bråten")
    say(Name, person=bo, key="oystein", now=cast.MORNING, text="Oystein Braten", kind="alias")
    say(Identity, person=bo, key="email:o@b.example", now=cast.MORNING, platform="email", handle="o@b.example")
    say(Note, person=bo, key="x", now=cast.MORNING, text="Loves butterflies.")
    (person,) = exported(book)["people"]
    assert (person["id"], person["name"], person["other_names"]) == ("1", "Øystein Bråten", ["Oystein Braten"])
    assert person["identities"][0].items() >= {"platform": "email", "handle": "o@b.example", "source": "hand"}.items()
    assert person["notes"][0]["text"] == "Loves butterflies."


def test_a_meeting_of_two_is_written_with_both_and_counted_once(book: Book) -> None:
    bo, dee = cast.known_in(book, "Bo"), cast.known_in(book, "Dee")
    log(people=[bo, dee], kind="meeting", channel="meeting", direction="both", now=cast.MORNING)
    first, second = exported(book)["people"]
    assert first["interactions"][0]["key"] == second["interactions"][0]["key"]
    assert first["interactions"][0]["with"] == ["2"]
    assert first["interactions"][0]["at"] == "2026-11-19T07:40:00+00:00"
    assert first["tie"].items() >= {"strength": 1.0, "layer": 5, "contact_days": 1, "first": "2026-11-19"}.items()


def test_what_was_struck_out_stands_apart(book: Book) -> None:
    bo = cast.known_in(book, "Bo")
    batch = Batch.objects.create(book=book, label="cards.vcf", state="done")
    note = Note.objects.create(book=book, person=bo, key="x", text="wrong", source="vcard", batch=batch)
    strike(note, now=cast.MORNING)
    (person,) = exported(book)["people"]
    assert person["notes"] == []
    assert person["struck"]["notes"][0]["text"] == "wrong"


def test_merging_and_parting_leaves_the_same_bytes(book: Book) -> None:
    bo, bob = cast.known_in(book, "Bo"), cast.known_in(book, "Bob")
    say(Note, person=bob, key="x", now=cast.MORNING, text="plays chess")
    before = b"".join(book_json(book, TODAY))
    done = merge(bo, bob, code="by_hand", now=cast.MORNING)
    assert [person["id"] for person in exported(book)["people"]] == ["1"]
    unmerge(done, now=cast.MORNING)
    assert b"".join(book_json(book, TODAY)) == before


def test_batches_that_brought_nothing_new_are_not_named(book: Book) -> None:
    telling = Batch.objects.create(book=book, label="a.vcf", state="done")
    Batch.objects.create(book=book, label="a.vcf", state="done")
    Note.objects.create(book=book, person=cast.known_in(book, "Bo"), key="x", text="hi", batch=telling)
    assert exported(book)["batches"] == [1]


def test_who_was_erased_is_a_digest_and_a_count(book: Book) -> None:
    suppress(book, identities=["email:cy@cy.example"], names=["Cy Park"])
    text = b"".join(book_json(book, TODAY)).decode()
    assert json.loads(text)["suppressed"] == 2
    assert "cy" not in text.casefold()


@pytest.mark.parametrize(
    "holding", [h for h in holdings() if not h.export.startswith(("not:", "hub."))], ids=lambda h: h.kind
)
def test_whatever_is_declared_for_export_appears(holding: Holding, book: Book) -> None:
    whole = exported(tainted_book(book.owner))
    words = {*whole, *(word for person in whole["people"] for word in person)}
    assert holding.export in words


def test_names_inside_json_stand_in_one_order(book: Book) -> None:
    bo = cast.known_in(book, "Bo")
    told = {"label": "b", "kinds": ["vcard"], "counts": {"b": 1, "a": 2}, "began_at": cast.MORNING}
    batch = Batch.objects.create(book=book, **told)
    say(Name, person=bo, key="bo", now=cast.MORNING, text="Bo", kind="full")
    Name.objects.update(batch=batch)
    assert list(exported(book)["imports"][0]["counts"]) == ["a", "b"]
