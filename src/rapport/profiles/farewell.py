"""When a member leaves, they are found no more, down to the files of the index."""

from typing import Any

from rapport.kit.jobs import later
from rapport.kit.leaving import Farewell
from rapport.people.unlisting import forget_searched
from rapport.profiles.findable import SHELVES


def _unlist(member: Any) -> None:
    for shelf in SHELVES:
        shelf.drop([member.pk])
    later(forget_searched)


UNLISTED = Farewell(before=_unlist)
