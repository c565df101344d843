"""Entries of the rail and the phone's bottom bar, offered by the rooms."""

from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise

from rapport.kit.rooms import gather


@dataclass(frozen=True)
class Place:
    """`bar`: also stands in the phone's bottom bar, which has room for four."""

    order: int
    label: str | Promise
    path: str
    icon: str
    bar: bool = False


@cache
def places() -> tuple[Place, ...]:
    return tuple(sorted(gather("places", Place), key=lambda place: place.order))
