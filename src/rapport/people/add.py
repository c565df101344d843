"""Adding somebody by hand, and telling more of somebody who is known already."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.people import keys, marks
from rapport.people.claims import say
from rapport.people.models import Book, Identity, Job, Met, Name, Organization, Person
from rapport.people.noting import note
from rapport.people.typed import Typed


@transaction.atomic
def add(*, book: Book, typed: Typed, now: datetime) -> Person:
    """A new person with everything the line told. Raises ValueError when the line names nobody."""
    person = make(book=book, name=typed.name, now=now)
    tell(person=person, typed=typed, now=now)
    return person


def make(*, book: Book, name: str, now: datetime) -> Person:
    """A new person of whom only the name is known; derived rows are left to the caller's `settle`."""
    if not name:
        raise ValueError("A person needs a name.")
    person = Person(book=book, name=name, folded=keys.folded(name), is_hand=True, added_at=now)
    person.save()
    say(Name, person=person, key=keys.folded(name), now=now, text=name, kind="full")
    return person


@transaction.atomic
def tell(*, person: Person, typed: Typed, now: datetime, is_settling: bool = True) -> None:
    """Add what a line tells to somebody in the book. Another name than theirs becomes a further one."""
    _also_called(person, typed.name, now)
    for way in typed.ways:
        key = keys.identity(way.platform, way.handle)
        say(Identity, person=person, key=key, now=now, platform=way.platform, handle=way.handle, url=way.url)
    if typed.title or typed.firm:
        employ(person=person, title=typed.title, firm=typed.firm, now=now)
    if typed.met:
        day = now.astimezone(ZoneInfo(person.book.owner.zone)).date().isoformat()
        key = keys.met("", typed.met, day)
        say(Met, person=person, key=key, now=now, how=typed.met, on=day, precision="day")
    if typed.note:
        note(person=person, text=typed.note, now=now)
    marks.put(person, typed.words, now)
    if is_settling:
        settle(person.book, [person.pk])


def employ(*, person: Person, title: str, firm: str, now: datetime) -> Job:
    """Where they work and as what; the firm is made if the book has none of that name."""
    organization = firm_named(person.book, firm) if firm else None
    return say(Job, person=person, key=keys.job(firm, title), now=now, organization=organization, title=title[:300])


def firm_named(book: Book, name: str) -> Organization:
    """The organization of this name, made if the book has none; legal forms do not tell firms apart."""
    firm: Organization = Organization.objects.get_or_create(
        book=book, folded=keys.organization_name(name), defaults={"name": name[:300]}
    )[0]
    return firm


def _also_called(person: Person, name: str, now: datetime) -> None:
    key = keys.folded(name)
    if not key or set(key.split()) <= set(person.folded.split()):
        return
    if not Name.objects.filter(person=person, key=key).exists():
        say(Name, person=person, key=key, now=now, text=name, kind="alias")
