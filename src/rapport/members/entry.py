"""At the door: the signed-in account's member, its time zone and its language, on every request."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from rapport.members.models import Account, Member
from rapport.members.receiving import refuse_what_strangers_send_at_length


class MemberMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        member = _member(request)
        request.member = member  # type: ignore[attr-defined]
        if member is None:
            refuse_what_strangers_send_at_length(request)
            return self.get_response(request)
        with timezone.override(ZoneInfo(member.zone)), translation.override(member.language):
            response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def _member(request: HttpRequest) -> Member | None:
    if not isinstance(request.user, Account):
        return None
    return getattr(request.user, "member", None)
