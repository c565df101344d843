"""Which later batches told a fact as well, set up again once the facts are there."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from rapport.exports.sightings import PART, kinds
from rapport.kit.bulk import insert
from rapport.people.models import Batch, Book, Sighting

LAST = 2**31


def restore_sightings(book: Book, rows: Iterable[dict[str, Any]]) -> None:
    """What does not fit is passed over: the file may be anybody's."""
    batches = dict(Batch.objects.filter(book=book).values_list("number", "pk"))
    models = kinds()
    for row in rows:
        batch, kind, numbers = _known(batches, row.get("batch")), row.get("kind"), row.get("rows")
        if batch is not None and isinstance(kind, str) and kind in models and isinstance(numbers, list):
            wanted = [number for number in numbers[:PART] if _is_number(number)]
            manager: Any = models[kind]._default_manager
            there = manager.filter(book=book, number__in=wanted).exclude(batch=batch).values_list("pk", flat=True)
            with transaction.atomic():
                insert(Sighting, ("batch_id", "kind", "row"), [(batch, kind, pk) for pk in there])


def _known(batches: Mapping[int, int], said: object) -> int | None:
    return batches.get(said) if isinstance(said, int) and not isinstance(said, bool) else None


def _is_number(said: object) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and 0 < said < LAST
