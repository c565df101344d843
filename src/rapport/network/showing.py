"""What stands between two members, and what the one may do about it: for the profile page and for lists."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from rapport.kit.prepared import prepared
from rapport.members.models import Member, Mute
from rapport.network.models import Connection, Follow, Request
from rapport.network.mutual import mutuals, said


@dataclass(frozen=True)
class Bond:
    """`state` is "none", "asked" (by the viewer), "asks" (the other does), "ignored" (the viewer left it at that) or
    "connected". `note` came with what the other asked. `both`: whom the two know, in a sentence."""

    member: Member
    state: str = "none"
    note: str = ""
    is_living_room: bool = False
    is_following: bool = False
    is_muted: bool = False
    both: str = ""
    acts: frozenset[str] = field(default_factory=frozenset)

    def may(self, act: str) -> bool:
        return act in self.acts


_ACTS = {
    "none": {"ask"},
    "asked": {"withdraw"},
    "asks": {"accept", "ignore"},
    "ignored": {"accept"},
    "connected": {"end", "living_room"},
}


def bond(viewer: Member | None, member: Member) -> Bond | None:
    """None where there is nothing to offer: for nobody, and for oneself. That the viewer may find the member at all is
    asked before."""
    if viewer is None or viewer.pk == member.pk:
        return None
    between = _between.first(viewer=viewer.pk, member=member.pk)
    state = _state(between)
    reading = {"unfollow" if between.follows else "follow", "unmute" if between.mutes else "mute"}
    return Bond(
        member,
        state,
        between.note or "" if state in ("asks", "ignored") else "",
        bool(between.is_living_room),
        between.follows,
        between.mutes,
        said([one.name for one in mutuals(viewer, member)]),
        frozenset(_ACTS[state] | reading | {"block"}),
    )


def _state(between: Any) -> str:
    if between.is_living_room is not None:
        return "connected"
    if between.note is not None:
        return "ignored" if between.is_ignored else "asks"
    return "asked" if between.asked else "none"


@prepared(numbers=("viewer", "member"))
def _between(viewer: int, member: int) -> Any:
    """All of it in one question: `is_living_room` is None where the two are not connected, `note` where the member has
    not asked."""
    connections = Connection.objects.filter(member=viewer, other=OuterRef("pk"))
    theirs = Request.objects.standing().filter(by=OuterRef("pk"), other=viewer)
    mine = Request.objects.standing().filter(by=viewer, other=OuterRef("pk"))
    follows, mutes = (model.objects.filter(by=viewer, other=OuterRef("pk")) for model in (Follow, Mute))
    found = Member.objects.filter(pk=member).annotate(
        is_living_room=Subquery(connections.values("is_living_room")),
        note=Subquery(theirs.values("note")),
        is_ignored=Exists(theirs.exclude(ignored_at=None)),
        asked=Exists(mine),
        follows=Exists(follows),
        mutes=Exists(mutes),
    )
    return found.values_list("is_living_room", "note", "is_ignored", "asked", "follows", "mutes")
