"""Who of the book a typed line may already be."""

from collections.abc import Iterable
from dataclasses import dataclass
from os.path import commonprefix
from typing import Literal

from rapport.likeness.marks import is_role
from rapport.people import keys
from rapport.people.models import Book, Identity, Name, Person
from rapport.people.typed import Typed

Why = Literal["way", "name", "near", "part"]
MOST = 5
BEGINNING = 2  # letters that must be the same: those who share them are looked through
LONG_ENOUGH = 10  # letters of a name in which one slip is likelier than another name


@dataclass(frozen=True, slots=True)
class Double:
    """`why`: the same address (way), the same whole name (name), one written almost like it (near), or a single word
    that is part of theirs (part)."""

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
        _add(found, here.filter(pk__in=_near(book, name)), "near")
        if " " not in name and not found:
            _add(found, here.filter(folded__gt=f"{name} ", folded__lt=f"{name}!"), "part")
    return list(found.values())[:MOST]


def _near(book: Book, name: str) -> list[int]:
    """Whose full name is the typed one but for an apostrophe, a hyphen or one slip of the pen behind its beginning."""
    if " " not in name and len(name) < LONG_ENOUGH:
        return []
    begins = name[:BEGINNING]
    alike = Person.objects.here().filter(book=book, folded__gte=begins, folded__lt=f"{begins}zzzz")
    others = alike.exclude(folded=name).values_list("pk", "folded")
    return [pk for pk, other in others if " " in other and _is_near(name.replace(" ", ""), other.replace(" ", ""))]


def _is_near(one: str, other: str) -> bool:
    """Equal, or but for one letter where they are long: Ana Li is not Ana Lo."""
    if one == other or min(len(one), len(other)) < LONG_ENOUGH:
        return one == other
    begun = len(commonprefix((one, other)))
    one, other = one[begun:], other[begun:]
    if one[:2] == other[1::-1] and one[2:] == other[2:]:  # two letters in the wrong order
        return True
    return one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _ways(typed: Typed) -> list[str]:
    return [
        keys.identity(way.platform, way.handle)
        for way in typed.ways
        if way.platform != "email" or not is_role(way.handle)
    ]


def _add(found: dict[int, Double], people: Iterable[Person], why: Why) -> None:
    for person in list(people)[:MOST]:
        found.setdefault(person.pk, Double(person, why))
