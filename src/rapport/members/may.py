"""Who may: the decorator every member's page begins with, and what it hangs on the request."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase

from rapport.kit.returning import back_to
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
            return redirect_to_login(_onward(request), "/enter/login/")
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return guarded


def _onward(request: HttpRequest) -> str:
    """Where to go on once signed in. After a form that came too late it is the page the form stood on: its own address
    may have nothing to read."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    stood = urlsplit(request.headers.get("Referer", ""))
    page = urlunsplit(("", "", stood.path, stood.query, "")) if stood.netloc == request.get_host() else ""
    return back_to(request, page or "/")


def for_hosts(view: MemberView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """The page is for the host: to everybody else it does not exist."""

    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.member.is_host:
            raise Http404
        return view(request, *args, **kwargs)

    return for_members(guarded)
