"""The seats of a group: seeing them, applying, and what organisers decide."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport.groups.page import GroupPage, led_by_viewer, page_of_group
from rapport.groups.refused import Refused
from rapport.groups.views.acting import done, with_whom_is_meant
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.seats import applying, filling
from rapport.seats.models import Application, SeatHolding
from rapport.seats.professions import applicable
from rapport.seats.professions import named as profession_named
from rapport.seats.seating import past, rows_of, visible_in_line

_UNKNOWN = gettext_lazy("No profession of that name is in the tree. Try a wider word, or ask the host to add it.")


@for_members
@require_safe
def all_seats(request: MemberRequest, group: str) -> HttpResponse:
    page = _with_seats(page_of_group(request, group))
    rows = rows_of(page)
    visible_in_line(rows, request.member)
    context = {
        "page": page,
        "group": page.group,
        "rows": rows,
        "past": past(page),
        "has_seat": any(holder.is_mine for row in rows for holder in row.holders),
        "lasts": applying.OFFER_LASTS,
    }
    return render(request, "seats/seats.html", context)


@for_members
@require_http_methods(["GET", "POST"])
def apply(request: MemberRequest, group: str) -> HttpResponse:
    page = _with_seats(page_of_group(request, group))
    typed = str(request.POST.get("profession", "") or request.GET.get("profession", ""))[:120]
    line = request.POST.get("line", "")[:300]
    if request.method == "POST":
        profession = profession_named(typed)
        if profession is None:
            messages.error(request, _UNKNOWN)
        else:
            try:
                made = applying.apply(
                    member=request.member, group=page.group, profession=profession, line=line, now=clock.now()
                )
                messages.success(request, _("The seat is yours.") if made.state == "taken" else _("You stand in line."))
                return redirect(f"{page.group.path}seats/")
            except Refused as refused:
                messages.error(request, str(refused))
    context = {"page": page, "group": page.group, "typed": typed, "said": line, "names": applicable()}
    return render(request, "seats/apply.html", context)


@for_members
@require_POST
def answer(request: MemberRequest, group: str) -> HttpResponse:
    """Whoever waits: take what is offered, or leave the line."""
    page = _with_seats(page_of_group(request, group))
    application = _found(Application.objects.filter(group=page.group, member=request.member), request, "application")
    member, now, where = request.member, clock.now(), f"{page.group.path}seats/"
    if request.POST.get("answer") == "take":
        says = _("The seat is yours.")
        return done(request, lambda: applying.take(member=member, application=application, now=now), says, where)
    says = _("You do not stand in line any more.")
    return done(request, lambda: applying.withdraw(member=member, application=application, now=now), says, where)


@for_members
@require_POST
def decide(request: MemberRequest, group: str) -> HttpResponse:
    page = led_by_viewer(request, group)
    application = _found(Application.objects.filter(group=page.group), request, "application")
    is_allowed = request.POST.get("answer") == "allow"
    return done(
        request,
        lambda: applying.decide(by=request.member, application=application, is_allowed=is_allowed, now=clock.now()),
        _("Decided."),
        f"{page.group.path}seats/",
    )


@for_members
@require_POST
def release(request: MemberRequest, group: str) -> HttpResponse:
    """The holder gives it up; an organiser ends it, with the reason."""
    page = _with_seats(page_of_group(request, group))
    holding = _found(SeatHolding.objects.filter(group=page.group, until=None), request, "holding")
    if holding.member_id != request.member.pk and not page.is_organiser:
        raise Http404
    why = request.POST.get("why", "")
    return done(
        request,
        lambda: filling.release(by=request.member, holding=holding, why=why, now=clock.now()),
        _("The seat is free; whoever is first in line hears of it."),
        f"{page.group.path}seats/",
    )


@for_members
@require_POST
def pass_on(request: MemberRequest, group: str) -> HttpResponse:
    """To a colleague of the same firm (`member`), or under another profession (`profession`)."""
    page = led_by_viewer(request, group)
    holding = _found(SeatHolding.objects.filter(group=page.group, until=None), request, "holding")
    by, now, where = request.member, clock.now(), f"{page.group.path}seats/"
    if request.POST.get("member"):
        return with_whom_is_meant(
            request,
            lambda to: filling.pass_on(by=by, holding=holding, to=to, now=now),
            _("Passed on to %(name)s."),
            where,
        )
    profession = profession_named(request.POST.get("profession", "")[:120])
    if profession is None:
        messages.error(request, _UNKNOWN)
        return redirect(where)
    return done(
        request, lambda: filling.move(by=by, holding=holding, profession=profession, now=now), _("Moved."), where
    )


@for_members
@require_POST
def look_for(request: MemberRequest, group: str) -> HttpResponse:
    """An organiser shows a seat as free."""
    page = led_by_viewer(request, group)
    profession = profession_named(request.POST.get("profession", "")[:120])
    where = f"{page.group.path}seats/"
    if profession is None:
        messages.error(request, _UNKNOWN)
        return redirect(where)
    return done(
        request,
        lambda: filling.open_seats(by=request.member, group=page.group, profession=profession),
        _("Shown as free."),
        where,
    )


def _with_seats(page: GroupPage) -> GroupPage:
    if not page.group.seats_per_profession:
        raise Http404
    return page


def _found(rows: Any, request: MemberRequest, name: str) -> Any:
    """The row of `rows` that the form names; 404 alike for others' and for none."""
    key = request.POST.get(name, "")
    found = rows.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 19 else None
    if found is None:
        raise Http404
    return found
