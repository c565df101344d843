"""Lists: private sets of people. A word on a person is a list."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from rapport.ledger.models import List, ListEntry
from rapport.people.claims import say, strike
from rapport.people.findable import index
from rapport.people.keys import folded
from rapport.people.models import Book, Person
from rapport.ties.cadence import checked


def list_named(book: Book, name: str) -> List:
    """The list of this name, made if there is none; case and accents do not matter."""
    name = " ".join(name.split())[:120]
    return List.objects.get_or_create(book=book, folded=folded(name, 120), defaults={"name": name})[0]


@transaction.atomic
def put_on(chosen: List, people: Iterable[Person], *, now: datetime) -> None:
    """Put people on the list, each once."""
    people = list(people)
    for person in people:
        say(ListEntry, person=person, key=chosen.folded, now=now, list=chosen)
    index(chosen.book, [person.pk for person in people])


@transaction.atomic
def take_off(chosen: List, person: Person, *, now: datetime) -> None:
    """Take somebody off; one an archive put there is not put back by the next."""
    entry = ListEntry.objects.shown().filter(list=chosen, person=person).first()
    if entry is not None:
        strike(entry, now=now)
        index(chosen.book, [person.pk])


@transaction.atomic
def rename(chosen: List, name: str, *, now: datetime) -> List:
    """Give the list another name; if there is one of that name, the two become one."""
    wanted = folded(name, 120)
    other = List.objects.filter(book=chosen.book, folded=wanted).exclude(pk=chosen.pk).first()
    if other is not None:
        put_on(other, Person.objects.filter(pk__in=_members(chosen)), now=now)
        members = _members(chosen)
        chosen.delete()
        index(other.book, members)
        return other
    entries: Any = ListEntry.objects
    entries.filter(list=chosen).update(key=wanted)
    chosen.name, chosen.folded = " ".join(name.split())[:120], wanted
    chosen.save(update_fields=["name", "folded"])
    index(chosen.book, _members(chosen))
    return chosen


def set_list_cadence(chosen: List, days: int | None, most: int | None = None) -> None:
    """The owner's wish for all on it without one of their own, or None for no wish. ValueError as in `checked`."""
    chosen.cadence, chosen.cadence_most = checked(days, most) if days is not None else (None, None)
    chosen.save(update_fields=["cadence", "cadence_most"])


@transaction.atomic
def drop(chosen: List) -> None:
    """The list goes, its people stay."""
    book, members = chosen.book, _members(chosen)
    chosen.delete()
    index(book, members)


def _members(chosen: List) -> list[int]:
    return list(ListEntry.objects.shown().filter(list=chosen).values_list("person_id", flat=True))
