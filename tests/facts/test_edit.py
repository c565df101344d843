"""Facts written, changed and taken away by hand."""

import pytest
from django.test import Client

import cast
from people.pages import as_member, words
from rapport.facts.asking.form import version
from rapport.people.models import (
    Batch,
    Claim,
    Day,
    Identity,
    Interest,
    Job,
    Met,
    Name,
    Note,
    Person,
    Relation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo() -> Person:
    return cast.known(cast.ann(), "Bo Lindqvist")


@pytest.fixture
def ann(bo: Person) -> Client:
    return as_member(bo.book.owner)


def edit(person: Person, word: str, claim: Claim) -> str:
    return f"{person.path}facts/{word}/{claim.number}/edit/"


def from_archive(bo: Person, key: str, text: str) -> Name:
    batch = Batch.objects.create(book=bo.book, label="LinkedIn")
    name: Name = Name.objects.create(book=bo.book, person=bo, key=key, text=text, source="linkedin", batch=batch)
    return name


@pytest.mark.parametrize(
    ("word", "line", "model", "column", "value"),
    [
        ("notes", "pays in cash", Note, "text", "pays in cash"),
        ("ways", "linkedin.com/in/bo-l", Identity, "key", "linkedin:bo-l"),
        ("ways", "+44 20 7946 0958", Identity, "handle", "+442079460958"),
        ("interests", "#Butterflies", Interest, "topic", "butterflies"),
        ("days", "birthday 7 March 1970", Day, "month_day", "03-07"),
        ("relations", "wife Mia", Relation, "name", "Mia"),
        ("met", "at the chapter, May 2009", Met, "on", "2009-05"),
        ("work", "chef at Harbour Hotel", Job, "title", "chef"),
    ],
)
def test_one_field_is_enough(
    ann: Client, bo: Person, word: str, line: str, model: type[Claim], column: str, value: str
) -> None:
    ann.post(f"{bo.path}facts/{word}/", {"line": line})
    claim = model.objects.get(person=bo)
    assert getattr(claim, column) == value
    assert claim.is_hand


def test_several_interests_come_in_one_line(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/interests/", {"line": "chess, sailing"})
    assert set(Interest.objects.values_list("topic", flat=True)) == {"chess", "sailing"}


def test_what_cannot_be_read_comes_back_whole(ann: Client, bo: Person) -> None:
    response = ann.post(f"{bo.path}facts/ways/", {"line": "the blue door"})
    assert response.status_code == 422
    assert "the blue door" in words(response)
    ann.post(f"{bo.path}facts/ways/", {"line": "the blue door", "platform": "signal", "whole": "1"})
    assert Identity.objects.get().key == "signal:the blue door"


def test_a_meeting_cannot_be_still_to_come(ann: Client, bo: Person) -> None:
    assert "still to come" in words(ann.post(f"{bo.path}facts/met/", {"line": "at the fair, May 2090"}))
    assert not Met.objects.exists()


def test_nobody_is_met_before_they_are_born(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/days/", {"line": "birthday 7 March 1990"})
    assert "before they were born" in words(ann.post(f"{bo.path}facts/met/", {"line": "at the fair, 1985"}))


def test_the_name_shown_follows(ann: Client, bo: Person) -> None:
    name = from_archive(bo, "bo lindqvist", "Bo Lindqvist")
    said = {"text": "Bo Göran Lindqvist", "kind": "full", "was": version(name), "whole": "1"}
    ann.post(edit(bo, "names", name), said)
    bo.refresh_from_db()
    name.refresh_from_db()
    assert bo.name == "Bo Göran Lindqvist"
    assert name.struck_at is not None


def test_what_an_archive_told_is_struck_and_not_lost(ann: Client, bo: Person) -> None:
    name = from_archive(bo, "bo l", "Bo L")
    ann.post(f"{bo.path}facts/names/{name.number}/remove/")
    assert Name.objects.get().struck_at is not None


def test_two_windows_are_both_heard(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/notes/", {"line": "likes tea"})
    note = Note.objects.get()
    old = version(note)
    ann.post(edit(bo, "notes", note), {"text": "likes green tea", "was": old, "whole": "1"})
    response = ann.post(edit(bo, "notes", note), {"text": "likes coffee", "was": old, "whole": "1"})
    assert response.status_code == 409
    assert "likes green tea" in words(response)
    assert "likes coffee" in words(response)
    assert Note.objects.get().text == "likes green tea"


def test_a_fact_changed_into_one_that_is_there_becomes_that_one(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/interests/", {"line": "chess, sailing"})
    chess = Interest.objects.get(topic="chess")
    ann.post(edit(bo, "interests", chess), {"word": "Sailing", "was": version(chess), "whole": "1"})
    assert Interest.objects.get().topic == "sailing"


def test_both_can_be_kept(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/notes/", {"line": "likes green tea"})
    note = Note.objects.get()
    ann.post(edit(bo, "notes", note), {"text": "likes coffee", "was": "older", "both": "1", "whole": "1"})
    assert set(Note.objects.values_list("text", flat=True)) == {"likes green tea", "likes coffee"}


def test_words_outlive_what_was_taken_away_meanwhile(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/notes/", {"line": "likes tea"})
    note = Note.objects.get()
    path, was = edit(bo, "notes", note), version(note)
    ann.post(f"{bo.path}facts/notes/{note.number}/remove/")
    response = ann.post(path, {"text": "likes coffee", "was": was, "whole": "1"})
    assert response.status_code == 409
    assert "likes coffee" in words(response)


def test_an_interest_goes_with_the_note_that_told_it(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/notes/", {"line": "loves butterflies"})
    assert Interest.objects.shown().count() == 1
    ann.post(f"{bo.path}facts/notes/{Note.objects.get().number}/remove/")
    assert Interest.objects.shown().count() == 0


def test_an_interest_taken_away_is_not_read_out_of_the_note_again(ann: Client, bo: Person) -> None:
    ann.post(f"{bo.path}facts/notes/", {"line": "loves butterflies"})
    ann.post(f"{bo.path}facts/interests/{Interest.objects.get().number}/remove/")
    ann.post(f"{bo.path}facts/notes/", {"line": "still loves butterflies"})
    assert Interest.objects.shown().count() == 0


def test_a_note_keeps_its_day_when_it_is_changed(ann: Client, bo: Person) -> None:
    note = Note.objects.create(
        book=bo.book, person=bo, key="x", text="tea", written_on="2016-05-01", precision="day", is_hand=True
    )
    ann.post(edit(bo, "notes", note), {"text": "green tea", "was": version(note), "whole": "1"})
    assert Note.objects.get().written_on == "2016-05-01"


def test_facts_of_others_are_not_there(bo: Person) -> None:
    note = Note.objects.create(book=bo.book, person=bo, key="x", text="tea")
    cy = as_member(cast.cy())
    assert cy.get(edit(bo, "notes", note)).status_code == 404
    assert cy.post(edit(bo, "notes", note), {"text": "x"}).status_code == 404
    assert cy.post(f"{bo.path}facts/notes/", {"line": "x"}).status_code == 404
    assert cy.post(f"{bo.path}facts/notes/{note.number}/remove/").status_code == 404
    assert Note.objects.get().text == "tea"


def test_who_introduced_them_is_said_in_words(ann: Client, bo: Person) -> None:
    Relation.objects.create(book=bo.book, person=bo, key="introduced:tunde", kind="introduced_by", name="Tunde Bello")
    page = words(ann.get(bo.path))
    assert "introduced by" in page
    assert "introduced_by" not in page
