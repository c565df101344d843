"""Rows of an export into the tables they came from, many at once. A row that is there already stays as it is."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from rapport.exports.columns import Column, columns
from rapport.kit.bulk import insert
from rapport.people.models import Book
from rapport.restores.values import UnfitError, fit

Row = dict[str, Any]
ROW_LATER = frozenset(("merged_into",))


class Loader:
    """Brings rows into one book, and knows by number what it has brought in."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.left_out = 0
        self._ids: dict[type[Model], Mapping[int, int]] = {}

    def load(self, model: type[Model], rows: Iterable[Row]) -> int:
        """Insert `rows`, told as the export tells them; those that do not fit are counted in `left_out`. Returns how
        many fitted."""
        plan = [column for column in columns(model) if column.name not in ROW_LATER]
        has_book = any(field.name == "book" for field in model._meta.fields)
        fitted = []
        for row in rows:
            try:
                values = [self._value(column, row) for column in plan]
            except UnfitError:
                self.left_out += 1
                continue
            fitted.append((*((self.book.pk,) if has_book else ()), *values))
        names = [*(["book_id"] if has_book else []), *(str(column.field.column) for column in plan)]
        insert(model, names, fitted)
        return len(fitted)

    def ids(self, model: type[Model]) -> Mapping[int, int]:
        """Numbers to ids of a model all of whose rows are in."""
        if model not in self._ids:
            manager: Any = model._default_manager
            self._ids[model] = dict(manager.filter(book=self.book).values_list("number", "pk"))
        return self._ids[model]

    def know(self, model: type[Model], ids: Mapping[int, int]) -> None:
        """Only these are referred to in what comes next: a book's interactions need not all be held."""
        self._ids[model] = ids

    def _value(self, column: Column, row: Row) -> Any:
        field: Any = column.field
        if column.name not in row:
            if field.is_relation and not field.null:
                raise UnfitError
            return None if field.null else _default(field)
        value = row[column.name]
        if column.refers is None:
            return fit(field, value)
        return self._referred(column, value, is_needed=not field.null)

    def _referred(self, column: Column, value: Any, *, is_needed: bool) -> int | None:
        number = int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 10 else value
        found = self.ids(column.refers).get(number) if column.refers is not None and isinstance(number, int) else None
        if found is None and is_needed:
            raise UnfitError
        return found


def _default(field: Any) -> Any:
    if not field.has_default() and field.get_internal_type() not in ("CharField", "TextField"):
        raise UnfitError
    return field.get_default()
