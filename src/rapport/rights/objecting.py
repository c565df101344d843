"""Somebody asks this place not to be kept: imports leave them out of all books, and who holds them is told, alone.

Only keyed digests of their addresses are kept. Nothing here says to anybody but the owner of a book who is in it: what
the host is told is the same whoever holds the address, or nobody.
"""

import hmac
from datetime import datetime
from hashlib import sha256
from secrets import token_hex

from django.db import transaction

from rapport.members.models import Hub
from rapport.people import keys
from rapport.people.models import Book, Identity, Person
from rapport.people.typed import way_of
from rapport.rights.models import Objected, Objection


def key_of(text: str, region: str = "") -> str:
    """The identity key of an address, a number or a profile as typed; empty where it is none."""
    way = way_of(text.strip(), region)
    return keys.identity(way.platform, way.handle) if way else ""


@transaction.atomic
def object_to(*, key: str, now: datetime) -> None:
    """Whoever has this identity key is not to be kept here. A second time it asks again whoever kept them."""
    hub, _ = Hub.objects.select_for_update().get_or_create(pk=1)
    if not hub.objection_key:
        hub.objection_key = token_hex(32)
        hub.save(update_fields=["objection_key"])
    Objection.objects.get_or_create(digest=_digest(hub.objection_key, key), defaults={"made_at": now})
    holders = Identity.objects.filter(key=key, struck_at=None).select_related("person")
    held = {_living(identity.person) for identity in holders}
    rows = [Objected(book_id=person.book_id, person=person, made_at=now) for person in held]
    Objected.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def withdraw(*, key: str) -> None:
    """They changed their mind: imports bring them in again, and nobody is asked any more."""
    Objection.objects.filter(digest=_digest(Hub.this().objection_key, key)).delete()
    people = {_living(identity.person) for identity in Identity.objects.filter(key=key).select_related("person")}
    Objected.objects.filter(person__in=people).delete()


def objected_of(person: Person) -> Objected | None:
    """That this person asked not to be kept, as long as the owner has not answered."""
    return Objected.objects.filter(person=person).first()


def keep(person: Person) -> None:
    """The owner has heard it, and keeps them: one may know whom one knows."""
    Objected.objects.filter(person=person).delete()


class Objections:
    """All objections, loaded once for an import."""

    def __init__(self) -> None:
        self._digests = frozenset(Objection.objects.values_list("digest", flat=True))
        self._key = Hub.this().objection_key if self._digests else ""

    def __bool__(self) -> bool:
        return bool(self._digests)

    def keep_out(self, book: Book, key: str) -> bool:
        """Whether who has this key stays out of the book: they objected, and are not in it by its owner's word."""
        if not self._digests or _digest(self._key, key) not in self._digests:
            return False
        return not Identity.objects.filter(book=book, key=key).exists()


def _digest(key: str, value: str) -> str:
    return hmac.new(bytes.fromhex(key), value.encode(), sha256).hexdigest()


def _living(person: Person) -> Person:
    while person.merged_into is not None:
        person = person.merged_into
    return person
