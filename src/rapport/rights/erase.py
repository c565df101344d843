"""Erasing people: every row about them in every room, what was merged into them, and others' mention of them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.kit.crash import point
from rapport.kit.erasing import erasures
from rapport.kit.holdings import Holding, holdings
from rapport.people.models import Book, Identity, Name, Person, Sighting
from rapport.rights.suppress import suppress

PART = 800


@transaction.atomic
def erase(book: Book, people: Collection[Person], *, suppressed: bool, now: datetime) -> int:
    """Gone for good, in one transaction; with `suppressed` no import brings them back (`rights/suppress.py`).

    Returns how many persons went, those merged into them included.
    """
    ids = _with_merged([person.pk for person in people if person.book_id == book.pk])
    if suppressed:
        _suppress(book, ids)
    for erasure in erasures():
        erasure.erase(book, ids)
    point("erase: what is not tied to them by a row")
    mentioning = _mentioning(ids)
    for holding in reversed(holdings()):
        if holding.erase != "keep":
            for path in holding.person_paths:
                _erase(holding, path, ids)
    point("erase: facts")
    for part in _parts(sorted(ids, reverse=True)):
        Person.objects.filter(pk__in=part).update(merged_into=None)
        Person.objects.filter(pk__in=part).delete()
    settle(book, sorted({*ids, *mentioning}))
    point("erase: settled")
    Book.objects.filter(pk=book.pk).update(edited_at=now)
    return len(ids)


def _with_merged(ids: list[int]) -> list[int]:
    """These persons and all who live on in them."""
    found, fresh = list(ids), list(ids)
    while fresh:
        fresh = list(Person.objects.filter(merged_into__in=fresh).values_list("pk", flat=True))
        found += fresh
    return found


def _mentioning(ids: list[int]) -> set[int]:
    """Others whose rows mention these persons: what is derived from those rows must forget them too."""
    found: set[int] = set()
    for holding in holdings():
        for path in holding.person_paths if holding.erase == "forget" else ():
            for part in _parts(ids):
                found.update(holding.of_person(path, part).values_list("person_id", flat=True))
    return found


def _suppress(book: Book, ids: list[int]) -> None:
    for part in _parts(ids):
        keys = Identity.objects.filter(person__in=part).values_list("key", flat=True)
        names = set(Name.objects.filter(person__in=part).values_list("text", flat=True))
        names |= set(Person.objects.filter(pk__in=part).values_list("name", flat=True))
        suppress(book, identities=keys, names=names)


def _erase(holding: Holding, path: str, ids: list[int]) -> None:
    """Delete the rows about these people, or make other people's rows forget the mention, name and all."""
    for part in _parts(ids):
        rows = holding.of_person(path, part)
        if holding.erase == "forget":
            rows.update(**{path: None, **dict.fromkeys(holding.forgets, "")})
            continue
        gone = list(rows.values_list("pk", flat=True))
        Sighting.objects.filter(kind=holding.kind, row__in=gone).delete()
        rows.delete()


def _parts(ids: Iterable[int]) -> Iterable[list[int]]:
    listed = list(ids)
    return (listed[start : start + PART] for start in range(0, len(listed), PART))
