"""Wishes: somebody the owner wants to know."""

from datetime import date, datetime

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
