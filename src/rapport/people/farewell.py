"""When a member leaves, nothing of the book stays in the search index."""

from typing import Any

from rapport.kit import fts
from rapport.kit.jobs import later
from rapport.kit.leaving import Farewell
from rapport.people.erasing import forget_searched
from rapport.people.models import Book


def _before(member: Any) -> None:
    for book in Book.objects.filter(owner=member):
        fts.drop_book(book.pk)
        later(forget_searched)


UNSEARCHED = Farewell(before=_before)
