"""Don't add again: who was erased for good is known by keyed digests only, so that nobody can read the list back."""

import hmac
from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

from django.conf import settings

from rapport.people.keys import folded
from rapport.people.models import Book, Suppression
from rapport.rights.objecting import Objections

Why = Literal["", "identity", "name"]


def digest_of(book: Book, value: str) -> str:
    """The digest of an identity key, or of `name:` and a folded name, under a key of this hub and book."""
    return hmac.new(bytes.fromhex(carried_key(book)), value.encode(), sha256).hexdigest()


def carried_key(book: Book) -> str:
    """The book's key in hex, which goes along in the owner's export, else nobody would be known again elsewhere. It is
    made of this hub's, and kept once something rests on it: a hub may be given another key."""
    made = hmac.digest(settings.SECRET_KEY.encode(), f"suppression:{book.pk}".encode(), "sha256")
    return book.suppression_key or made.hex()


def suppress(book: Book, *, identities: Iterable[str], names: Iterable[str]) -> None:
    """Remember that these must not be brought in again: identity keys for good, names only as a question."""
    Book.objects.filter(pk=book.pk, suppression_key="").update(suppression_key=carried_key(book))
    book.refresh_from_db(fields=["suppression_key"])
    rows = [Suppression(book=book, digest=digest_of(book, key)) for key in identities]
    rows += [Suppression(book=book, digest=digest_of(book, f"name:{folded(name)}"), is_name=True) for name in names]
    Suppression.objects.bulk_create(rows, ignore_conflicts=True)


class Suppressed:
    """The book's suppressions, and who asked this place not to be kept; loaded once for an import."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known = dict(Suppression.objects.filter(book=book).values_list("digest", "is_name"))
        self._objections = Objections()

    def __bool__(self) -> bool:
        return bool(self._known or self._objections)

    def why(self, *, identities: Iterable[str], name: str) -> Why:
        """`identity` if one of the keys is suppressed or objected to, `name` if only the name is suppressed (a namesake
        may be meant), else empty."""
        held = list(identities)
        if any(self._objections.keep_out(self._book, key) for key in held):
            return "identity"
        if not self._known:
            return ""
        if any(digest_of(self._book, key) in self._known for key in held):
            return "identity"
        return "name" if digest_of(self._book, f"name:{folded(name)}") in self._known else ""
