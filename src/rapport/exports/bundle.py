"""Everything in one zip: the book that can be brought in again, the open forms beside it, photos, and checksums."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from rapport.exports.calendar import book_calendar
from rapport.exports.cards import book_cards
from rapport.exports.doings import doings_json
from rapport.exports.table import book_table
from rapport.exports.whole import book_json
from rapport.people.models import Book, Photo

BOOK = "rapport-book.json"
SUMS = "SHA256SUMS"


def book_zip(book: Book, on: date, with_notes: bool) -> Iterator[bytes]:
    """The zip in pieces. Names and times in it follow from the book and the day, so that the same book gives the
    same bytes."""
    out = _Outlet()
    sums: dict[str, str] = {}
    # Not seekable: sizes stand behind each file, and nothing has to be held until the end.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in _files(book, on, with_notes=with_notes):
            digest = hashlib.sha256()
            with archive.open(_entry(name, on), "w", force_zip64=True) as file:
                for piece in pieces:
                    digest.update(piece)
                    file.write(piece)
                    yield from out.drained()
            sums[name] = digest.hexdigest()
            yield from out.drained()
        archive.writestr(_entry(SUMS, on), "".join(f"{digest}  {name}\n" for name, digest in sums.items()))
    yield from out.drained()


def _files(book: Book, on: date, *, with_notes: bool) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield BOOK, book_json(book, on)
    yield "people.csv", book_table(book, on, with_notes)
    yield "people.vcf", book_cards(book, on, with_notes)
    yield "calendar.ics", book_calendar(book, on)
    yield "hub.json", doings_json(book.owner, on)
    photos = Photo.objects.shown().filter(book=book, person__merged_into=None).order_by("person__number", "number")
    for photo in photos.select_related("person").iterator(chunk_size=100):
        yield f"photos/{photo.person.number}-{photo.number}.jpg", [bytes(photo.picture)]


def _entry(name: str, on: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (max(on.year, 1980), on.month, on.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".jpg") else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


class _Outlet(io.RawIOBase):
    """What the zip is written to: kept only until the next piece is taken."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def writable(self) -> bool:
        return True

    def drained(self) -> Iterator[bytes]:
        taken, self._pieces = self._pieces, []
        if taken:
            yield b"".join(taken)
