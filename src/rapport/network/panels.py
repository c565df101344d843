"""This room's part of a profile, of Today and of the settings."""

from typing import Any, Protocol

from django.http import HttpRequest

from rapport.kit import clock
from rapport.kit.panels import Panel
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest
from rapport.members.models import Member
from rapport.network.forms import OpennessForm
from rapport.network.listing import connected_lately, waiting
from rapport.network.models import Openness
from rapport.network.showing import bond
from rapport.network.viewed import lookers

FEW = 3


class Profile(Protocol):
    """What the page of a profile hands to its panels."""

    viewer: Member | None
    member: Member


def _bond(request: HttpRequest, profile: Profile) -> dict[str, Any] | None:
    found = bond(profile.viewer, profile.member)
    return {"bond": found} if found else None


def _waiting(request: MemberRequest, _subject: object) -> dict[str, Any] | None:
    rows = list(waiting(request.member)[:FEW])
    show_faces(request.member, [one.by for one in rows])
    return {"rows": rows} if rows else None


def _lately(request: MemberRequest, _subject: object) -> dict[str, Any] | None:
    rows = connected_lately(request.member, clock.now())
    show_faces(request.member, [one.other for one in rows])
    return {"rows": rows} if rows else None


def _suggested(request: MemberRequest, _subject: object) -> dict[str, Any]:
    """They weigh half the hub: they come by themselves once the page is there, or by a link."""
    return {}


def _lookers(request: MemberRequest, _subject: object) -> dict[str, Any] | None:
    found = lookers(request.member, clock.now())
    named = list(dict.fromkeys(view.viewer for view in found.named[: FEW * 10]))[:FEW]
    return {"named": named, "counted": found.counted} if named or found.counted else None


def _openness(request: HttpRequest, member: Member) -> dict[str, Any]:
    return {"form": OpennessForm(instance=Openness.of(member)), "is_host": member.is_host}


ON_A_PROFILE = Panel("profile", 50, _bond, "network/panels/bond.html", "near")
TODAY = (
    Panel("today", 150, _waiting, "network/panels/waiting.html", "later"),
    Panel("today", 210, _lately, "network/panels/lately.html", "later"),
    Panel("today", 240, _suggested, "network/panels/place_for_suggested.html", "later"),
    Panel("today", 260, _lookers, "network/panels/lookers.html", "later"),
)
SETTINGS = Panel("settings", 40, _openness, "network/panels/openness.html")
