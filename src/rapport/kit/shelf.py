"""What can be found on the hub: each kind of things stands on a shelf of its own in the search index, true to its rows.

The index knows nothing of viewers: whoever searches asks the room of a thing whether it may be seen.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import transaction

from rapport.kit import fts
from rapport.kit.bulk import chunks
from rapport.kit.jobs import job
from rapport.kit.rooms import gather

HUB = fts.NO_BOOK
PART = 200


@dataclass(frozen=True)
class Shelf:
    """One kind of things. `kind` is in the keys of the index and stays; `rows()` are all that are to be found by
    anybody, `entries(rows)` what each of these is found by. Offered in `<room>/findable.py`."""

    kind: int
    rows: Callable[[], Any]
    entries: Callable[[Sequence[Any]], Iterable[fts.Entry]]

    def settle(self, ids: Iterable[int]) -> None:
        """Bring these (ids of rows) in line with what they say now; who is no longer to be found is gone. Belongs into
        the transaction that changed them."""
        for part in chunks(sorted(set(ids)), PART):
            entries = list(self.entries(list(self.rows().filter(pk__in=part))))
            fts.put(HUB, self.kind, entries)
            fts.drop(HUB, self.kind, set(part) - {entry.number for entry in entries})

    def drop(self, ids: Iterable[int]) -> None:
        """Take these away, whatever they say."""
        fts.drop(HUB, self.kind, ids)


@cache
def shelves() -> tuple[Shelf, ...]:
    return gather("findable", Shelf)


@job(retries=1)
def straighten() -> None:
    """Put what is missing on its shelf, and take away what is there no more: after an upgrade, and for whatever went
    without its room being told."""
    for shelf in shelves():
        _settle(shelf, _held(shelf) ^ fts.numbers(HUB, shelf.kind))


def refill() -> int:
    """Write all shelves anew; returns how many things stand on them."""
    for shelf in shelves():
        _settle(shelf, _held(shelf) | fts.numbers(HUB, shelf.kind))
    return sum(len(fts.numbers(HUB, shelf.kind)) for shelf in shelves())


def _held(shelf: Shelf) -> set[int]:
    return set(shelf.rows().values_list("pk", flat=True))


def _settle(shelf: Shelf, ids: Collection[int]) -> None:
    """A part at a time: nobody who writes waits for all of it."""
    for part in chunks(sorted(ids), PART):
        with transaction.atomic():
            shelf.settle(part)
