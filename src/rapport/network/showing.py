"""What stands between two members, and what the one may do about it: for the profile page and for lists."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

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
    connection = Connection.objects.filter(member=viewer, other=member).first()
    state, note = ("connected", "") if connection else _asked(viewer, member)
    is_following, is_muted = _reads(viewer, member)
    acts = _ACTS[state] | {"unfollow" if is_following else "follow", "unmute" if is_muted else "mute", "block"}
    return Bond(
        member,
        state,
        note,
        connection is not None and connection.is_living_room,
        is_following,
        is_muted,
        said([one.name for one in mutuals(viewer, member)]),
        frozenset(acts),
    )


def _asked(viewer: Member, member: Member) -> tuple[str, str]:
    either_way = Q(by=member, other=viewer) | Q(by=viewer, other=member)
    found = {request.by_id: request for request in Request.objects.standing().filter(either_way)}
    theirs = found.get(member.pk)
    if theirs is not None:
        return ("asks" if theirs.ignored_at is None else "ignored"), theirs.note
    return ("asked" if found else "none"), ""


def _reads(viewer: Member, member: Member) -> tuple[bool, bool]:
    """Whether the viewer follows the member, and whether they are muted."""
    follows, mutes = (model.objects.filter(by=viewer, other=OuterRef("pk")) for model in (Follow, Mute))
    return Member.objects.filter(pk=member.pk).values_list(Exists(follows), Exists(mutes)).get()  # type: ignore[no-any-return]
