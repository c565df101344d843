"""The forms a book can be taken along in, by their word on the command line and in addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rapport.archives.export.whole import book_json
from rapport.people.models import Book

Write = Callable[[Book, date, bool], Iterator[bytes]]


@dataclass(frozen=True)
class Form:
    """`write(book, on, with_notes)` gives the file in pieces."""

    media: str
    ending: str
    write: Write


FORMS: dict[str, Form] = {
    "json": Form("application/json", "json", lambda book, on, _: book_json(book, on)),
}


def written(book: Book, form: str, *, on: date, with_notes: bool = True) -> Iterator[bytes]:
    """The book in one of FORMS, in pieces. Private notes are always in the json and zip forms, which are the whole."""
    return FORMS[form].write(book, on, with_notes)
