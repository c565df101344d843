"""What somebody who comes shares with the reader, as far as they show it: other rooms know, and offer it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache

from rapport.kit.rooms import gather
from rapport.members.models import Member


@dataclass(frozen=True)
class Spark:
    """Rooms offer theirs in `sparks.py`. `find(viewer, members)` says, by id, in one phrase what the viewer shares with
    these members, each only as far as the member shows it to the viewer; the rarest first."""

    find: Callable[[Member, Collection[int]], Mapping[int, str]]


@cache
def sparks() -> tuple[Spark, ...]:
    return gather("sparks", Spark)


def shared(viewer: Member, members: Collection[int]) -> dict[int, str]:
    """What the first room that knows anything says of each."""
    found: dict[int, str] = {}
    for spark in sparks():
        for member, said in spark.find(viewer, members).items():
            found.setdefault(member, said)
    return found
