"""What follows in other rooms when a group is changed, and when somebody goes from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from rapport.groups.models import Group
from rapport.kit.rooms import gather
from rapport.members.models import Member


def _nothing(*_: Any, **_named: Any) -> None:
    return None


@dataclass(frozen=True)
class Sequel:
    """`changed(group, by=, now=)`: an organiser changed it. `went(member, group, why, now=)`: they are in it no more,
    because they left, were removed, or are gone with their account. In the same transaction, with the group's row held.
    Rooms offer it in their `sequel.py`."""

    changed: Callable[..., None] = _nothing
    went: Callable[..., None] = _nothing


def changed(group: Group, *, by: Member, now: datetime) -> None:
    for sequel in _sequels():
        sequel.changed(group, by=by, now=now)


def went(member: Member, group: Group, why: str, *, now: datetime) -> None:
    for sequel in _sequels():
        sequel.went(member, group, why, now=now)


@cache
def _sequels() -> tuple[Sequel, ...]:
    return gather("sequel", Sequel)
