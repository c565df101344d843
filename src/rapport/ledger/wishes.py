"""Wishes: somebody the owner wants to know."""

from datetime import date, datetime
from typing import Any

from rapport.kit.prepared import Query, prepared
from rapport.ledger.models import Wish
from rapport.people.models import Book, Person


def wish(book: Book, *, name: str, now: datetime, why: str = "", person: Person | None = None) -> Wish:
    """The owner wants to know `name`, who may stand in the book already."""
    known = person if person is None else Wish.objects.filter(book=book, person=person, met_on=None).first()
    if isinstance(known, Wish):
        return known
    return Wish.objects.create(book=book, person=person, name=name[:300], why=why[:500], wished_at=now)


def came_true(wished: Wish, *, on: date) -> None:
    """They have met."""
    wished.met_on = on
    wished.save(update_fields=["met_on"])


def still_wished(book: Book) -> list[Wish]:
    """Whom the owner has not met yet, the first wished first."""
    return wishes_query(book).rows()


def wishes_query(book: Book) -> Query:
    return _open.of(book=book.pk)


@prepared(numbers=("book",))
def _open(book: int) -> Any:
    return Wish.objects.filter(book=book, met_on=None).order_by("pk")
