"""The people of a book as vCards."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from rapport.exports.gathered import parts, told
from rapport.formats.vcard import Draft
from rapport.kit.vcard.card import Card
from rapport.kit.vcard.write import write
from rapport.ledger.models import ListEntry
from rapport.people import models as held
from rapport.people.fuller import fullest
from rapport.people.models import Book, Person


def book_cards(book: Book, on: date, with_notes: bool) -> Iterator[bytes]:
    """Everybody who is here as vCard 4.0. Notes, how one met and what was confided come only `with_notes`."""
    for people in parts(book):
        facts = _facts(people)
        for person in people:
            own = {model: rows[person.pk] for model, rows in facts.items()}
            yield write([_card(book, person, own, with_notes=with_notes)])


def _facts(people: list[Person]) -> dict[Any, Any]:
    plain = (held.Name, held.Identity, held.Home, held.Day, held.Relation, held.Note, held.Interest, held.Met)
    found: dict[Any, Any] = {model: told(model, people) for model in (*plain, held.Photo, held.Extra)}
    found[held.Job] = told(held.Job, people, "organization")
    found[ListEntry] = told(ListEntry, people, "list")
    return found


def _card(book: Book, person: Person, own: dict[Any, list[Any]], *, with_notes: bool) -> Card:
    draft = Draft(person.name, f"urn:uuid:{uuid5(NAMESPACE_URL, f'rapport:{book.owner.handle}:{person.number}')}")
    for name in own[held.Name]:
        if name.text != person.name:
            draft.named(name.text, name.kind if name.kind != "full" else "alias")
    for way in own[held.Identity]:
        draft.handle(way.platform, way.handle, way.url, way.context)
    for job in own[held.Job]:
        draft.job(job.organization.name if job.organization else "", job.title, job.department)
    for home in own[held.Home]:
        draft.home(home.text, home.kind, home.locality, home.country)
    for day, _ in fullest(own[held.Day]):
        draft.day(day.kind, day.on)
    for kin in own[held.Relation]:
        draft.kin(kin.kind, kin.name)
    for photo in own[held.Photo][:1]:
        draft.photo(bytes(photo.picture))
    _words(draft, own, with_notes=with_notes)
    return draft.card()


def _words(draft: Draft, own: dict[Any, list[Any]], *, with_notes: bool) -> None:
    for taste in own[held.Interest]:
        if with_notes or not taste.is_confided:
            draft.taste(taste.word, taste.evidence)
    draft.labels(entry.list.name for entry in own[ListEntry])
    for extra in own[held.Extra]:
        if extra.source == "vcard":
            draft.field(extra.name, extra.value)
    if with_notes:
        for note in own[held.Note]:
            draft.note(note.text, note.written_on)
        for met in own[held.Met]:
            draft.met(met.how, met.on, met.through, met.channel)
