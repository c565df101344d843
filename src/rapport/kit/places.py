"""Entries of the rail and the phone's bottom bar, offered by the rooms."""

from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise

from rapport.kit.rooms import gather


@dataclass(frozen=True)
class Place:
    """The four of lowest order also stand in the phone's bottom bar."""

    order: int
    label: str | Promise
    path: str
    icon: str


@cache
def places() -> tuple[Place, ...]:
    return tuple(sorted(gather("places", Place), key=lambda place: place.order))
