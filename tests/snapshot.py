"""Everything one book holds, row by row, so that two moments of it can be compared."""

from django.db import connection

from rapport.kit.holdings import Holding, holdings
from rapport.people.models import Book

# The log of what was brought in, and numbers given out once, are history; history is not taken back.
HISTORY = frozenset(("people.batch", "people.counter", "people.book", "archives.intake"))
Rows = dict[str, list[str]]


def snapshot(book: Book) -> Rows:
    """The rows of every model that hangs on the book, and of the search index, as text; empty tables left out."""
    found = {holding.kind: _rows(holding, book) for holding in holdings() if _is_held(holding)}
    found["found"] = _found(book)
    return {kind: rows for kind, rows in found.items() if rows}


def changes(before: Rows, after: Rows) -> dict[str, tuple[list[str], list[str]]]:
    """By table, the rows that went and those that came."""
    found = {}
    for kind in sorted({*before, *after}):
        old, new = set(before.get(kind, ())), set(after.get(kind, ()))
        if old != new or len(before.get(kind, ())) != len(after.get(kind, ())):
            found[kind] = (sorted(old - new), sorted(new - old))
    return found


def _is_held(holding: Holding) -> bool:
    return holding.owner_path.endswith("book") and holding.kind not in HISTORY


def _rows(holding: Holding, book: Book) -> list[str]:
    names = [field.attname for field in holding.model._meta.fields]
    if "number" not in names:
        names.remove("id")  # rows without a number are known by what they say
    rows = holding.model._default_manager.filter(**{holding.owner_path: book}).values_list(*names)
    return sorted(map(repr, rows))


def _found(book: Book) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid, kept FROM kit_found WHERE rowid BETWEEN %s AND %s", [book.pk << 32, (book.pk + 1 << 32) - 1]
        )
        return sorted(map(repr, cursor.fetchall()))
