"""Who looks at whose profile, and what that lets them see."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
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
    if viewer is not None:
        seen, profile = _seen(viewer, handle.lower())
    else:
        member = member_of(request, handle)
        seen, profile = Seen(None, member, Level.NOBODY), Profile.of(member)
    if not seen.may_see(profile.opens_for):
        raise Http404
    return seen, profile


def _seen(viewer: Member, handle: str) -> tuple[Seen, Profile]:
    """The member, their profile and what the viewer is to them in one question; in two where they said nothing yet."""
    profile = _profiles.first(viewer=viewer.pk, handle=handle)
    member = profile.member if profile else _members.first(viewer=viewer.pk, handle=handle)
    if member is None:
        raise Http404
    level = Level.SELF if member.pk == viewer.pk else _LEVELS[(profile or member).is_living_room]
    return Seen(viewer, member, level), profile or Profile(member=member)


_LEVELS = {None: Level.MEMBER, False: Level.CONNECTION, True: Level.LIVING_ROOM}


@prepared(numbers=("viewer",), words=("handle",))
def _profiles(viewer: int, handle: str) -> Any:
    near = Connection.objects.filter(member=OuterRef("member"), other=viewer).values("is_living_room")
    here = Member.objects.visible_to(Member(pk=viewer)).filter(pk=OuterRef("member"))
    found = Profile.objects.filter(Exists(here), member__handle=handle)
    return found.select_related("member").annotate(is_living_room=Subquery(near))


@prepared(numbers=("viewer",), words=("handle",))
def _members(viewer: int, handle: str) -> Any:
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
