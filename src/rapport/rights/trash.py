"""Out of sight for a month, then gone: the trash."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.people.models import Book, Person
from rapport.rights.erase import erase

GRACE = timedelta(days=30)


@transaction.atomic
def trash(*, people: Iterable[Person], now: datetime) -> int:
    """Move people of one book to the trash, where they ask for nothing. Returns how many were not there yet."""
    gone = [person for person in people if person.trashed_at is None]
    return _mark(gone, now)


@transaction.atomic
def restore(*, people: Iterable[Person]) -> int:
    """Take people of one book out of the trash, as they were."""
    return _mark([person for person in people if person.trashed_at is not None], None)


def _mark(people: list[Person], at: datetime | None) -> int:
    ids = [person.pk for person in people]
    Person.objects.filter(pk__in=ids).update(trashed_at=at)
    if people:
        settle(people[0].book, ids)
    return len(ids)


def empty_trash(*, book: Book, now: datetime) -> int:
    """Erase for good whoever lies in the trash of this book, and those merged into them."""
    return erase(book, list(Person.objects.in_trash().filter(book=book)), suppressed=False, now=now)


def purge_trash(now: datetime) -> int:
    """Erase whoever has lain in any trash for more than a month. Returns how many."""
    old = Person.objects.in_trash().filter(trashed_at__lt=now - GRACE).select_related("book")
    by_book: dict[Book, list[Person]] = {}
    for person in old:
        by_book.setdefault(person.book, []).append(person)
    return sum(erase(book, people, suppressed=False, now=now) for book, people in by_book.items())
