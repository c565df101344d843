"""Who looks at whose profile, and what that lets them see."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest

from rapport.kit.prepared import prepared
from rapport.members.audience import Audience, Level
from rapport.members.finding import member_of
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.profiles.models import Profile


@dataclass(frozen=True)
class Seen:
    """The subject of panels of the page "profile": `viewer` (None: nobody signed in) looks at `member` and is of this
    `level` to them. `is_preview`: the member looks at their own profile as somebody else would; then there is no
    viewer, and what a panel cannot show without one it leaves out."""

    viewer: Member | None
    member: Member
    level: Level
    is_preview: bool = False

    def may_see(self, audience: int) -> bool:
        return audience <= self.level


def seen_by(request: HttpRequest, handle: str) -> tuple[Seen, Profile]:
    """The profile behind the handle as whoever asks sees it. 404 alike for one that is not there, suspended, blocked,
    or not open to those outside."""
    viewer: Member | None = getattr(request, "member", None)
    member, level = _found(viewer, handle) if viewer else (member_of(request, handle), Level.NOBODY)
    profile = Profile.of(member)
    seen = Seen(viewer, member, level)
    if not seen.may_see(profile.opens_for):
        raise Http404
    return seen, profile


def _found(viewer: Member, handle: str) -> tuple[Member, Level]:
    """As `member_of` and `level_of` in one question."""
    member = _near.first(viewer=viewer.pk, handle=handle.lower())
    if member is None:
        raise Http404
    if member.pk == viewer.pk:
        return member, Level.SELF
    return member, _LEVELS[member.is_living_room]


_LEVELS = {None: Level.MEMBER, False: Level.CONNECTION, True: Level.LIVING_ROOM}


@prepared(numbers=("viewer",), words=("handle",))
def _near(viewer: int, handle: str) -> Any:
    near = Connection.objects.filter(member=OuterRef("pk"), other=viewer).values("is_living_room")
    found = Member.objects.visible_to(Member(pk=viewer)).filter(handle=handle)
    return found.annotate(is_living_room=Subquery(near))


def as_seen_at(member: Member, level: Level) -> Seen:
    """The member's own profile as somebody of this level sees it."""
    return Seen(None, member, level, is_preview=True)


PREVIEWS = {
    "everyone": (Level.NOBODY, Audience.EVERYONE),
    "members": (Level.MEMBER, Audience.MEMBERS),
    "connections": (Level.CONNECTION, Audience.CONNECTIONS),
    "living-room": (Level.LIVING_ROOM, Audience.LIVING_ROOM),
}
"""Words in addresses: whom the preview plays, and how that audience is called."""
