"""On a profile: what somebody is known for, what others wrote of them, and the way to say so oneself."""

from typing import Any

from django.http import HttpRequest

from rapport.kit.panels import Panel
from rapport.kit.shows import Shows
from rapport.members.audience import Level
from rapport.network.models import Connection
from rapport.profiles.models import Profile
from rapport.trust.known_for import skills_of, testimonials_of, waiting_for
from rapport.trust.models import Testimonial, Vouch


def _known_for(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    skills = skills_of(seen.member, seen.viewer)
    written = testimonials_of(seen.member, seen.viewer)
    may = seen.viewer is not None and seen.level in (Level.CONNECTION, Level.LIVING_ROOM)
    if not skills and not written and not may:
        return None
    return {"member": seen.member, "skills": skills, "written": written, "may": may, "viewer": seen.viewer}


def _waiting(request: HttpRequest, round_: Any) -> dict[str, Any] | None:
    count = len(waiting_for(request.member))  # type: ignore[attr-defined]
    return {"count": count} if count else None


KNOWN_FOR = Panel("profile", 50, _known_for, "trust/panels/known_for.html")
WAITING = Panel("today", 30, _waiting, "trust/panels/waiting.html", "later")
SHOWN_TO_ALL = (
    Shows("profile", Vouch, "about"),
    Shows("profile", Testimonial, "about"),
    Shows("profile", Connection, "member"),
    Shows("profile", Profile, fields=("place", "place_for", "opens_for")),  # of those who vouch
)
