"""When a member leaves, nothing of the book stays in the search index."""

from typing import Any

from rapport.kit.leaving import Farewell
from rapport.people.models import Book
from rapport.people.unlisting import unlist_book


def _unlist(member: Any) -> None:
    for book in Book.objects.filter(owner=member):
        unlist_book(book)


UNSEARCHED = Farewell(before=_unlist)
