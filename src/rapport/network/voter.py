"""More judges of whom somebody may want to meet, offered by the rooms that know another reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from rapport.kit.rooms import gather
from rapport.members.models import Member


@dataclass(frozen=True)
class Voter:
    """Rooms offer theirs in `voters.py`.

    `vote(member)` are ids of members in the order of preference, a few hundred at most; those whom `member` may not be
    shown are taken out later. `reason(member, other)` is one sentence of what `member` may see ("You are both in the
    Harbour Chapter."), or nothing where there is nothing to be said. Neither may look into a book.
    """

    name: str
    vote: Callable[[Member], Sequence[int]]
    reason: Callable[[Member, Member], str]


@cache
def voters() -> tuple[Voter, ...]:
    found = gather("voters", Voter)
    if len({voter.name for voter in found}) < len(found):
        raise ValueError("Two voters have one name.")
    return found
