"""Who of the book a typed line may already be."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rapport.likeness.marks import is_role
from rapport.people import keys
from rapport.people.models import Book, Identity, Name, Person
from rapport.people.typed import Typed

Why = Literal["way", "name", "part"]
MOST = 5


@dataclass(frozen=True, slots=True)
class Double:
    """`why`: the same address (way), the same whole name (name), or a single word that is part of theirs (part)."""

    person: Person
    why: Why


def doubles(book: Book, typed: Typed) -> list[Double]:
    """Those of the book who may be meant, the surest first, at most five."""
    found: dict[int, Double] = {}
    here = Person.objects.here().filter(book=book)
    ways = _ways(typed)
    if ways:
        holders = Identity.objects.shown().filter(book=book, key__in=ways).values("person")
        _add(found, here.filter(pk__in=holders), "way")
    name = keys.folded(typed.name)
    if name:
        _add(found, here.filter(folded=name), "name")
        called = Name.objects.shown().filter(book=book, key=name).values("person")
        _add(found, here.filter(pk__in=called), "name")
        if " " not in name and not found:
            _add(found, here.filter(folded__gt=f"{name} ", folded__lt=f"{name}!"), "part")
    return list(found.values())[:MOST]


def _ways(typed: Typed) -> list[str]:
    return [
        keys.identity(way.platform, way.handle)
        for way in typed.ways
        if way.platform != "email" or not is_role(way.handle)
    ]


def _add(found: dict[int, Double], people: Iterable[Person], why: Why) -> None:
    for person in list(people)[:MOST]:
        found.setdefault(person.pk, Double(person, why))
