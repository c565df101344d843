"""One page of people, with all that a row shows, in few queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from rapport.kit.pages import page_of
from rapport.people.face import faces
from rapport.people.models import Book, Person
from rapport.rosters.columns import said
from rapport.rosters.sortings import Sorting

SIZE = 50


@dataclass(frozen=True, slots=True)
class Row:
    person: Person
    photo: str
    says: list[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """`after` and `before` are the marks of the neighbouring pages."""

    rows: list[Row]
    after: str
    before: str


def listed(book: Book, people: QuerySet[Any], sorting: Sorting, *, after: str = "", before: str = "") -> Listed:
    """The page of `people` (of this book) behind or before a mark."""
    page = page_of(sorting.source(book, people), sorting.keys, after=after, before=before, size=SIZE)
    return Listed(rows_of(book, [getattr(row, sorting.person) for row in page.rows]), page.after, page.before)


def rows_of(book: Book, ids: Sequence[int]) -> list[Row]:
    """Rows in the order of these ids."""
    found = Person.objects.filter(book=book).in_bulk(list(ids))
    photos, says = faces(list(found.values())), said(book, ids)
    return [Row(found[who], photos.get(who, ""), says[who]) for who in ids if who in found]
