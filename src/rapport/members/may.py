"""Who may: the decorator every member's page begins with, and what it hangs on the request."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase

from rapport.members.models import Account, Member

P = ParamSpec("P")


class MemberRequest(HttpRequest):
    """A request known to come from a signed-in member."""

    member: Member
    user: Account


MemberView = Callable[Concatenate[MemberRequest, P], HttpResponseBase]


def for_members(view: MemberView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """The page is for members: others are asked to sign in first. The view finds itself `request.member`."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if getattr(request, "member", None) is None:
            return redirect_to_login(request.get_full_path(), "/enter/login/")
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return guarded


def for_hosts(view: MemberView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """The page is for the host: to everybody else it does not exist."""

    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.member.is_host:
            raise Http404
        return view(request, *args, **kwargs)

    return for_members(guarded)
