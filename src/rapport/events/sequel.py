"""What follows in other rooms when dates of an event change, and before they are gone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from rapport.events.models import Event, Occurrence
from rapport.kit.rooms import gather
from rapport.members.models import Member

Dates = Iterable[Occurrence]


@dataclass(frozen=True)
class Sequel:
    """`changed(dates, now, member)`: something changed about these dates, for all who come or for one member.
    `removed(event, now)`: it is about to be gone with all that is known of it. `hidden(dates, now)`: these were called
    off and are about to be out of sight. In the same transaction. Rooms offer it in their `sequel.py`."""

    changed: Callable[[Dates, datetime, Member | None], None]
    removed: Callable[[Event, datetime], None]
    hidden: Callable[[Dates, datetime], None]


def changed(dates: Dates, now: datetime, member: Member | None = None) -> None:
    for sequel in _sequels():
        sequel.changed(dates, now, member)


def removed(event: Event, now: datetime) -> None:
    for sequel in _sequels():
        sequel.removed(event, now)


def hidden(dates: Dates, now: datetime) -> None:
    for sequel in _sequels():
        sequel.hidden(dates, now)


@cache
def _sequels() -> tuple[Sequel, ...]:
    return gather("sequel", Sequel)
