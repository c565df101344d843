"""Who looks at whose profile, and what that lets them see."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from rapport.members.audience import Audience, Level
from rapport.members.finding import member_of
from rapport.members.models import Member
from rapport.network.nearness import level_of
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
    member = member_of(request, handle)
    viewer: Member | None = getattr(request, "member", None)
    profile = Profile.of(member)
    seen = Seen(viewer, member, level_of(viewer, member))
    if not seen.may_see(profile.opens_for):
        raise Http404
    return seen, profile


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
