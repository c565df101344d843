"""Words written on a person: who keeps them is offered by the rooms above, since lists live there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from rapport.kit.rooms import gather
from rapport.people.models import Person


@dataclass(frozen=True)
class Mark:
    """`put(person, words, now)`: keep these words (as typed, without their #) on the person. Safe to run twice."""

    put: Callable[[Person, Iterable[str], datetime], None]


@cache
def _offered() -> tuple[Mark, ...]:
    return gather("marks", Mark)


def put(person: Person, words: Iterable[str], now: datetime) -> None:
    """A `#word` on a person is a list (docs: one word for one thing); the room of the lists keeps it."""
    kept = [word for word in words if word.strip()]
    for offer in _offered() if kept else ():
        offer.put(person, kept, now)
