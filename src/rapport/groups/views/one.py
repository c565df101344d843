"""One group: its page, who is in it, and what its organisers change."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rapport.groups.awaited import does_anybody_wait
from rapport.groups.axes import in_words
from rapport.groups.closing import UNDO_FOR, is_empty, may_reopen
from rapport.groups.few import few_of, newcomers_of
from rapport.groups.forms import GroupForm
from rapport.groups.guests import may_visit
from rapport.groups.joining import invitation_for, may_ask
from rapport.groups.lately import welcome_figures
from rapport.groups.models import GuestVisit, JoinRequest
from rapport.groups.page import GroupPage, led_by_viewer, page_of_group
from rapport.groups.refused import Refused
from rapport.groups.starting import change
from rapport.kit import clock
from rapport.kit.pages import page_of
from rapport.kit.panels import rendered, styles
from rapport.members.copying import listed_too_often, refusal
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member

A_PAGE = 30


@require_safe
def group(request: HttpRequest, group: str) -> HttpResponse:
    """What it is, who is in it, who joined lately; what other rooms say of it stands in panels."""
    page, now = page_of_group(request, group), clock.now()
    few = few_of(page)
    context: dict[str, Any] = {
        "page": page,
        "group": page.group,
        "address": f"{settings.BASE_URL}{page.group.path}",
        "axes": in_words(page.group),
        "rows": few.rows,
        "count": few.count,
        "organisers": few.organisers,
        "now": now,
        "styles": styles("group"),
        "main": rendered("group", "main", request, page),
        "aside": rendered("group", "aside", request, page),
    }
    if page.viewer is not None:
        context |= _for_members(page, page.viewer) if page.membership is not None else _for_others(page, page.viewer)
    show_faces(page.viewer, [row.member for row in (*few.rows, *context.get("newcomers", ()))])
    return render(request, "groups/group.html", context)


@for_members
@require_safe
def people(request: MemberRequest, group: str) -> HttpResponse:
    """Everybody whom the viewer may know to be in it, in the order of joining."""
    page = page_of_group(request, group)
    if listed_too_often(request):
        return refusal(request)
    found = page_of(
        page.people.select_related("member"), ("joined_at", "id"), after=request.GET.get("after", ""), size=A_PAGE
    )
    show_faces(request.member, [row.member for row in found.rows])
    context = {"page": page, "group": page.group, "rows": found.rows, "after": found.after, "now": clock.now()}
    return render(request, "groups/people.html", context)


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, group: str) -> HttpResponse:
    page = led_by_viewer(request, group)
    if page.group.closed_at is not None:
        return redirect(page.group.path)
    form = GroupForm(request.POST or None, instance=page.group)
    if request.method == "POST" and form.is_valid():
        try:
            change(by=request.member, group=form.instance, now=clock.now())
            messages.success(request, _("Kept."))
            return redirect(page.group.path)
        except Refused as refused:
            messages.error(request, str(refused))
    context = {"page": page, "group": page.group, "form": form, "is_empty": is_empty(page.group)}
    return render(request, "groups/edit.html", context)


def _for_members(page: GroupPage, viewer: Member) -> dict[str, Any]:
    """What a member, and above all an organiser, sees besides."""
    found: dict[str, Any] = {
        "may_invite": page.group.closed_at is None and (page.is_organiser or page.group.may_members_invite),
        "newcomers": newcomers_of(page, viewer, clock.now()),
    }
    if page.is_organiser:
        if page.group.closed_at is not None:
            found["may_reopen"] = may_reopen(page.group, clock.now())
            found["reopen_until"] = page.group.closed_at + UNDO_FOR
        found["waiting"] = does_anybody_wait(page.group, viewer)
        found["figures"] = welcome_figures(page.group, clock.now())
    return found


def _for_others(page: GroupPage, viewer: Member) -> dict[str, Any]:
    """How somebody who is not in it may come in, and what they have asked for already."""
    group = page.group
    visit = GuestVisit.objects.filter(group=group, member=viewer, withdrawn_at=None).order_by("-pk").first()
    return {
        "invitation": invitation_for(viewer, group, clock.now()),
        "request_of_mine": JoinRequest.objects.filter(group=group, member=viewer, withdrawn_at=None).first(),
        "may_ask": may_ask(viewer, group),
        "visit": visit,
        "may_visit": may_visit(viewer, group),
    }
