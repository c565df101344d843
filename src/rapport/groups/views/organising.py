"""What organisers do: who asks, who visits, who is greeter, who goes; and the host where nobody organises."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport.groups import guests, joining, roles
from rapport.groups.fees import note_fee
from rapport.groups.leaving import remove
from rapport.groups.models import Group, GuestVisit, JoinRequest
from rapport.groups.page import led_by_viewer
from rapport.groups.views.acting import done, named
from rapport.kit import clock
from rapport.kit.panels import rendered
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_hosts, for_members
from rapport.members.models import Member

MOST = 200  # of each kind on the page; there are more when these are answered


@for_members
@require_safe
def waiting(request: MemberRequest, group: str) -> HttpResponse:
    """Everybody who waits for an organiser's word, the longest first."""
    page = led_by_viewer(request, group)
    visible = Member.objects.visible_to(request.member)
    asked = JoinRequest.objects.filter(group=page.group, declined_at=None, member__in=visible)
    visits = GuestVisit.objects.filter(group=page.group, state="asked", member__in=visible)
    rows: list[list[Any]] = [
        list(some.select_related("member").order_by("asked_at", "pk")[:MOST]) for some in (asked, visits)
    ]
    show_faces(request.member, [one.member for some in rows for one in some])
    others = rendered("group-waiting", "main", request, page)
    context = {"page": page, "group": page.group, "asked": rows[0], "visits": rows[1], "others": others}
    return render(request, "groups/waiting.html", context)


@for_members
@require_POST
def answer_request(request: MemberRequest, group: str) -> HttpResponse:
    page, member = led_by_viewer(request, group), named(request)
    by, of, now = request.member, page.group, clock.now()
    where = f"{of.path}waiting/"
    if request.POST.get("answer") == "admit":
        says = _("%(name)s is in.") % {"name": member.name}
        return done(request, lambda: joining.admit(by=by, member=member, group=of, now=now), says, where)
    return done(request, lambda: joining.decline(by=by, member=member, group=of, now=now), _("Put aside."), where)


@for_members
@require_POST
def answer_visit(request: MemberRequest, group: str) -> HttpResponse:
    page, member = led_by_viewer(request, group), named(request)
    by, of, now = request.member, page.group, clock.now()
    where = f"{of.path}waiting/"
    if request.POST.get("answer") == "admit":
        says = _("%(name)s is expected as a guest.") % {"name": member.name}
        return done(request, lambda: guests.receive(by=by, member=member, group=of, now=now), says, where)
    return done(request, lambda: guests.turn_away(by=by, member=member, group=of, now=now), _("Put aside."), where)


@for_members
@require_POST
def role(request: MemberRequest, group: str) -> HttpResponse:
    page, member, wanted = led_by_viewer(request, group), named(request), request.POST.get("role", "")
    return done(
        request,
        lambda: roles.name(by=request.member, member=member, group=page.group, role=wanted, now=clock.now()),
        _("Kept."),
        f"{page.group.path}people/",
    )


@for_members
@require_POST
def fee(request: MemberRequest, group: str) -> HttpResponse:
    """Until when somebody's fee is paid; an empty day takes the note back."""
    page, member, typed = led_by_viewer(request, group), named(request), request.POST.get("until", "")
    where = f"{page.group.path}people/"
    try:
        until = date.fromisoformat(typed) if typed else None
    except ValueError:
        messages.error(request, _("That is no day. Write it as 2026-12-31."))
        return redirect(where)
    return done(
        request,
        lambda: note_fee(by=request.member, member=member, group=page.group, paid_until=until),
        _("Kept."),
        where,
    )


@for_members
@require_POST
def put_out(request: MemberRequest, group: str) -> HttpResponse:
    page, member = led_by_viewer(request, group), named(request)
    return done(
        request,
        lambda: remove(by=request.member, member=member, group=page.group, now=clock.now()),
        _("%(name)s is out of the group.") % {"name": member.name},
        f"{page.group.path}people/",
    )


@for_hosts
@require_POST
def take_over(request: MemberRequest, group: str) -> HttpResponse:
    """A group without organisers, hidden ones too: nobody else could see to it."""
    found: Group | None = Group.objects.filter(handle=group).exclude(memberships__role="organiser").first()
    if found is None:
        raise Http404
    roles.take_over(by=request.member, group=found, now=clock.now())
    return redirect(found.path)
