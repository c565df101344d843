"""After facts about people changed, every room that keeps something derived brings it in line again."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapport.kit.rooms import gather


@dataclass(frozen=True)
class Aftermath:
    """`settle(book, people)`: bring what the room derives from these persons (ids of one book) in line with their
    facts. Safe to run twice; cost grows with the persons named, not with the book."""

    order: int
    settle: Callable[[Any, Collection[int]], None]


@cache
def _all() -> tuple[Aftermath, ...]:
    return tuple(sorted(gather("aftermath", Aftermath), key=lambda offer: offer.order))


def settle(book: Any, people: Collection[int]) -> None:
    """Run every room's part, in order, within the caller's transaction."""
    if people:
        for offer in _all():
            offer.settle(book, people)
