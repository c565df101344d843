"""Joining, asking, being invited, visiting, leaving, and how one is shown."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.groups import guests, joining
from rapport.groups.lately import welcome
from rapport.groups.leaving import leave
from rapport.groups.models import Membership
from rapport.groups.not_this_one import not_this_one
from rapport.groups.page import page_of_group
from rapport.groups.refused import Refused
from rapport.groups.roles import heirs, is_last_organiser
from rapport.groups.views.acting import done, named
from rapport.kit import clock
from rapport.kit.panels import rendered
from rapport.members.finding import member_of
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.profiles.meant import UnclearError, meant, offered


@for_members
@require_POST
def join(request: MemberRequest, group: str) -> HttpResponse:
    page = page_of_group(request, group)
    is_shown = "hidden" not in request.POST

    def act() -> None:
        joining.join(member=request.member, group=page.group, now=clock.now(), is_shown=is_shown)

    return done(request, act, _("You are in. Say hello to somebody."), page.group.path)


@for_members
@require_POST
def ask(request: MemberRequest, group: str) -> HttpResponse:
    """With `withdraw` the request is taken back."""
    page, now = page_of_group(request, group), clock.now()
    if "withdraw" in request.POST:
        joining.withdraw(member=request.member, group=page.group, now=now)
        return redirect(page.group.path)
    line = request.POST.get("line", "")
    return done(
        request,
        lambda: joining.ask(member=request.member, group=page.group, line=line, now=now),
        _("Asked. An organiser will look at it."),
        page.group.path,
    )


@for_members
@require_http_methods(["GET", "POST"])
def invite(request: MemberRequest, group: str) -> HttpResponse:
    """Invite somebody by name or handle; one's connections are offered to choose from."""
    page, given = page_of_group(request, group), request.POST
    if page.group.closed_at is not None or not joining.may_invite(request.member, page.group):
        raise Http404
    typed = {"member": given.get("member", request.GET.get("member", "")), "note": given.get("note", "")}
    if request.method == "POST":
        try:
            member = meant(request.member, typed["member"])
            joining.invite(by=request.member, member=member, group=page.group, note=typed["note"], now=clock.now())
        except (UnclearError, Refused) as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Invited: %(name)s.") % {"name": member.name})
            return redirect(page.group.path)
    known = offered(request.member, but=page.people.values("member"))
    context = {"page": page, "group": page.group, "typed": typed, "known": known}
    return render(request, "groups/invite.html", context, status=422 if request.method == "POST" else 200)


@for_members
@require_POST
def invitation(request: MemberRequest, group: str) -> HttpResponse:
    """Accept or decline; whoever declines a hidden group does not see it again."""
    page, now = page_of_group(request, group), clock.now()
    if request.POST.get("answer") == "accept":
        is_shown = "hidden" not in request.POST
        return done(
            request,
            lambda: joining.accept(member=request.member, group=page.group, now=now, is_shown=is_shown),
            _("You are in. Say hello to somebody."),
            page.group.path,
        )
    joining.refuse(member=request.member, group=page.group, now=now)
    messages.success(request, _("Declined; %(group)s is not told.") % {"group": page.group.name})
    if request.POST.get("from") == "today":
        return redirect("/")
    return redirect("/groups/" if page.group.is_hidden and page.membership is None else page.group.path)


@for_members
@require_POST
def visit(request: MemberRequest, group: str) -> HttpResponse:
    """Ask to come as a guest, or with `withdraw` not to."""
    page, now = page_of_group(request, group), clock.now()
    if "withdraw" in request.POST:
        guests.withdraw_visit(member=request.member, group=page.group, now=now)
        return redirect(page.group.path)
    line, is_alone = request.POST.get("line", ""), "alone" in request.POST
    return done(
        request,
        lambda: guests.ask_to_visit(member=request.member, group=page.group, line=line, is_alone=is_alone, now=now),
        _("Asked. An organiser will look at it."),
        page.group.path,
    )


@for_members
@require_http_methods(["GET", "POST"])
def go(request: MemberRequest, group: str) -> HttpResponse:
    """Leave; the last organiser says first who takes over."""
    page = page_of_group(request, group)
    if page.membership is None:
        return redirect(page.group.path)
    if request.method == "POST":
        heir = member_of(request, request.POST["heir"][:40]) if request.POST.get("heir") else None
        return done(
            request,
            lambda: leave(member=request.member, group=page.group, now=clock.now(), heir=heir),
            _("You have left %(group)s.") % {"group": page.group.name},
            "/groups/" if page.group.is_hidden else page.group.path,
        )
    seen = heirs(page.group, request.member).filter(member__in=Member.objects.visible_to(request.member))
    following = list(seen[:50]) if is_last_organiser(page.membership) else []
    context = {"page": page, "group": page.group, "heirs": following}
    return render(request, "groups/leaving.html", context | {"main": rendered("group-leaving", "main", request, page)})


@for_members
@require_POST
def shown(request: MemberRequest, group: str) -> HttpResponse:
    """Whether others see me in it, and whether I am new here and glad of it being known."""
    page = page_of_group(request, group)
    rows = Membership.objects.filter(group=page.group, member=request.member)
    rows.update(is_shown="shown" in request.POST)
    is_new = "new" in request.POST
    if page.membership is not None and is_new != (page.membership.is_new_until is not None):
        guests.wish_to_be_found(member=request.member, group=page.group, is_new=is_new, now=clock.now())
    return done(request, lambda: None, _("Kept."), page.group.path)


@for_members
@require_POST
def not_suiting(request: MemberRequest, group: str) -> HttpResponse:
    page = page_of_group(request, group)
    return done(
        request,
        lambda: not_this_one(member=request.member, group=page.group, now=clock.now()),
        _("%(group)s is not suggested to you again.") % {"group": page.group.name},
        "/groups/",
    )


@for_members
@require_POST
def greet(request: MemberRequest, group: str) -> HttpResponse:
    """Welcome somebody in one tap."""
    page, member = page_of_group(request, group), named(request)
    return done(
        request,
        lambda: welcome(by=request.member, member=member, group=page.group, now=clock.now()),
        _("Welcomed: %(name)s.") % {"name": member.name},
        page.group.path,
    )
