"""Which later batches told a fact as well: with them, a batch can be taken out of a book that moved as at home."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from rapport.exports.ground import Ground
from rapport.kit.bulk import chunks
from rapport.kit.holdings import holdings
from rapport.people.models import BookRow, Person, Sighting

PART = 800


def seen_again(ground: Ground) -> Iterator[dict[str, Any]]:
    """Each row names a batch, a kind of fact, and by number those facts of it that another batch had told before."""
    for kind, model in sorted(kinds().items()):
        for batch, number in sorted(ground.batches.items(), key=lambda pair: pair[1]):
            rows = Sighting.objects.filter(batch=batch, kind=kind).order_by("row").values_list("row", flat=True)
            numbers = sorted(n for part in chunks(rows.iterator(), PART) for n in _numbers(ground, model, part))
            for part in chunks(numbers, PART):
                yield {"batch": number, "kind": kind, "rows": part}


def kinds() -> dict[str, type[Model]]:
    """What a batch can see again, by the word that a sighting keeps."""
    return {
        holding.kind: holding.model
        for holding in holdings()
        if holding.undo and issubclass(holding.model, BookRow) and holding.model is not Person
    }


def _numbers(ground: Ground, model: type[Model], rows: list[int]) -> list[int]:
    """Of the rows that are exported: what stays with somebody who was merged away is not."""
    manager: Any = model._default_manager
    found = manager.filter(book=ground.book, pk__in=rows)
    if not any(field.name == "person" for field in model._meta.fields):
        return list(found.values_list("number", flat=True))
    return [number for number, who in found.values_list("number", "person_id") if who in ground.living]
