"""What every page's frame needs to know: who reads, where they are, and what was just done."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from rapport.kit.places import Place, places
from rapport.kit.shell import Entry, Flash, Shell, Viewer
from rapport.members.models import Hub, Member

BELOW = 900  # places from this order on stand apart, under the others


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the `shell` of the page, for its reader."""
    member: Member | None = getattr(request, "member", None)
    return {
        "shell": Shell(
            hub=getattr(member and member.account, "hub_name", None) or Hub.this().name,
            places=[_entry(place, request) for place in places() if place.order < BELOW] if member else (),
            below=[_entry(place, request) for place in places() if place.order >= BELOW] if member else (),
            member=member.name if member else None,
            viewers=_viewers(member) if settings.DEMO else (),
            banner=_("This is the demo town of Port Amaranth. Everybody in it is invented.") if settings.DEMO else "",
            flashes=[Flash(str(m), m.level_tag or "plain", m.extra_tags or "") for m in messages.get_messages(request)],
            theme=_theme(request, member),
            enter_path=settings.LOGIN_URL,
        )
    }


def _theme(request: HttpRequest, member: Member | None) -> str:
    """What this browser was set to, else what the member chose."""
    chosen = request.COOKIES.get("theme", "")
    return chosen if chosen in ("light", "dark", "auto") else (member.theme if member else "") or "auto"


def _entry(place: Place, request: HttpRequest) -> Entry:
    here = request.path == place.path or (place.path != "/" and request.path.startswith(place.path))
    return Entry(str(place.label), place.path, place.icon, here)


def _viewers(member: Member | None) -> list[Viewer]:
    handle = member.handle if member else ""
    known = [
        ("ann", _("Ann")),
        ("bo", _("Bo")),
        ("brigid", _("Brigid")),
        ("mo", _("Mo (host)")),
        ("cy", _("Cy")),
        ("", _("nobody")),
    ]
    return [Viewer(key, label, key == handle) for key, label in known]
