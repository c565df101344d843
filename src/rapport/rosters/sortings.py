"""The orders in which people can be listed; other rooms offer theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from rapport.kit.rooms import gather
from rapport.people.models import Book


@dataclass(frozen=True)
class Sorting:
    """`name` stands in the address, `label` on the page.

    `source(book, people)` is a queryset of one row per person of the queryset `people`; those it cannot place are left
    out. `keys` order it (together unique, never null, see kit/pages.py); `person` is the attribute that holds the
    person's id.
    """

    order: int
    name: str
    label: str | Promise
    keys: tuple[str, ...]
    source: Callable[[Book, QuerySet[Any]], QuerySet[Any]]
    person: str = "pk"


@cache
def sortings() -> tuple[Sorting, ...]:
    return tuple(sorted(gather("orders", Sorting), key=lambda offer: offer.order))
