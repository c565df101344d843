"""What this room shows on pages of other rooms."""

from typing import Any

from django.http import HttpRequest

from rapport.groups.awaited import waiting_for
from rapport.groups.invited import invitations_of
from rapport.groups.lately import newcomers
from rapport.groups.models import Group
from rapport.kit import clock
from rapport.members.faces import show_faces
from rapport.members.models import Member

_ROWS, _GROUPS = 5, 50


def lately(request: HttpRequest, _subject: Any) -> dict[str, Any] | None:
    """Who joined the reader's groups lately, with a welcome in one tap."""
    member: Member | None = getattr(request, "member", None)
    found = newcomers(member, clock.now(), limit=_ROWS) if member is not None else []
    show_faces(member, [row.member for row in found])
    return {"rows": found, "next": _stands_on(request)} if found else None


def invited(request: HttpRequest, _subject: Any) -> dict[str, Any] | None:
    """Into what groups the reader is invited, to be answered in one tap."""
    member: Member | None = getattr(request, "member", None)
    found = invitations_of(member, clock.now())[:_ROWS] if member is not None else []
    return {"rows": found} if found else None


def waiting(request: HttpRequest, _subject: Any) -> dict[str, Any] | None:
    """Who waits for the reader's word in the groups that they organise."""
    member: Member | None = getattr(request, "member", None)
    found = waiting_for(member)[:_ROWS] if member is not None else []
    show_faces(member, [one.row.member for one in found])
    said = [(one, one.said(clock.now())) for one in found]
    return {"rows": said, "next": _stands_on(request)} if found else None


def without_organisers(request: HttpRequest, _subject: Any) -> dict[str, Any] | None:
    """Groups that nobody organises: the host may take over."""
    found = list(Group.objects.exclude(memberships__role="organiser").order_by("name", "pk")[:_GROUPS])
    return {"groups": found} if found else None


def _stands_on(request: HttpRequest) -> str:
    """The page to come back to: what is fetched into Today stands there, else it is a page of its own."""
    return "/" if request.headers.get("HX-Request") else request.path
