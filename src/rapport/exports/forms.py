"""The forms a book can be taken along in, by their word on the command line and in addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rapport.exports.bundle import book_zip
from rapport.exports.calendar import book_calendar
from rapport.exports.cards import book_cards
from rapport.exports.doings import doings_json
from rapport.exports.table import book_table
from rapport.exports.whole import book_json
from rapport.people.models import Book

Write = Callable[[Book, date, bool], Iterator[bytes]]


@dataclass(frozen=True)
class Form:
    """`write(book, on, with_notes)` gives the file in pieces."""

    media: str
    write: Write
    ending: str


FORMS: dict[str, Form] = {
    "json": Form("application/json", lambda book, on, _: book_json(book, on), "json"),
    "csv": Form("text/csv; charset=utf-8", book_table, "csv"),
    "vcf": Form("text/vcard; charset=utf-8", book_cards, "vcf"),
    "ics": Form("text/calendar; charset=utf-8", lambda book, on, _: book_calendar(book, on), "ics"),
    "zip": Form("application/zip", book_zip, "zip"),
    "hub": Form("application/json", lambda book, on, _: doings_json(book.owner, on), "hub.json"),
}


def written(book: Book, form: str, *, on: date, with_notes: bool = True) -> Iterator[bytes]:
    """The book in one of FORMS, in pieces. Private notes are always in the json and zip forms, which are the whole."""
    return FORMS[form].write(book, on, with_notes)
