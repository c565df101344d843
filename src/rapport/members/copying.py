"""Caps for whoever copies who is here, page by page: what somebody reads by hand never comes near them.

Somebody who is not signed in counts by where they come from, a member by who they are, wherever they are.
"""

from datetime import timedelta

from allauth.core.ratelimit import respond_429
from django.http import HttpRequest, HttpResponse

from rapport.kit.pace import Pace
from rapport.members.models import Member
from rapport.members.whereabouts import client_address

STRANGERS_LOOK = Pace(
    240, timedelta(hours=1), "strangers-look"
)  # members' pages asked for from one place, those that are not there too
MEMBERS_LOOK = Pace(1000, timedelta(days=1), "members-look")
# Lists of members, narrowed in one way and another.
MEMBERS_LIST = Pace(600, timedelta(days=1), "members-list")


def looked_too_often(request: HttpRequest, handle: str) -> HttpResponse | None:
    """The refusal for who has asked for very many members' pages; the same whether this one is there or not."""
    viewer: Member | None = getattr(request, "member", None)
    if viewer is not None and viewer.handle == handle:
        return None
    pace = STRANGERS_LOOK if viewer is None else MEMBERS_LOOK
    return refusal(request) if pace.is_over(_reader(request), handle) else None


def listed_too_often(request: HttpRequest) -> bool:
    """Whether a member has turned over very many lists of members today."""
    return MEMBERS_LIST.is_over(_reader(request), request.get_full_path())


def refusal(request: HttpRequest) -> HttpResponse:
    """Too many requests: the page that says so, and when to come back."""
    refused: HttpResponse = respond_429(request)
    return refused


def _reader(request: HttpRequest) -> str:
    viewer: Member | None = getattr(request, "member", None)
    return client_address(request) if viewer is None else str(viewer.pk)
