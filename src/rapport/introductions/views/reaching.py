"""Asking for a way to somebody, and whether others may find one to oneself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.introductions.paths import NoWayError, ask_for_way, open_reach
from rapport.kit import clock
from rapport.kit.cleaning import clean
from rapport.kit.returning import back_to
from rapport.members.finding import member_of
from rapport.members.may import MemberRequest, for_members


@for_members
@require_POST
def ask(request: MemberRequest, handle: str) -> HttpResponse:
    """`over` is the handle of the connection to ask."""
    target, middle = member_of(request, handle), member_of(request, request.POST.get("over", ""))
    words = clean(request.POST.get("words", ""))[:1000]
    try:
        ask_for_way(asker=request.member, middle=middle, target=target, words=words, now=clock.now())
    except NoWayError as none:
        raise Http404 from none
    messages.success(request, _("%(name)s was asked, nobody else.") % {"name": middle.name})
    return redirect(back_to(request, target.path))


@for_members
@require_POST
def reach(request: MemberRequest) -> HttpResponse:
    open_reach(request.member, is_open=bool(request.POST.get("is_open")))
    messages.success(request, _("Kept."))
    return redirect("/settings/")
