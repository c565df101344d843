"""The page of one event, and those who come to it."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.events.checkin import say_there
from rapport.events.coming import mark_of, who_come
from rapport.events.finding import date_of, event_of
from rapport.events.forms import AnswerForm
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.noted import take_off
from rapport.events.page import FEW, EventShown, shown
from rapport.events.row import row_of
from rapport.events.rsvp import Wishes, answer
from rapport.events.running import may_run
from rapport.kit import clock
from rapport.kit.live import live
from rapport.kit.pages import page_of
from rapport.kit.panels import rendered, styles
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members


@require_GET
def event(request: HttpRequest, number: int) -> HttpResponse:
    """For everybody who may see it; who is not signed in reads no names of those who come."""
    found, now = event_of(request, number), clock.now()
    date = date_of(request, found, now)
    page = shown(request, found, date, now)
    return render(
        request,
        "events/event.html",
        {
            "page": page,
            "address": f"{settings.BASE_URL}{found.path}",
            "few": FEW,
            "mark": mark_of(date, page.viewer, is_run=page.is_run) if page.viewer else "",
            "further": [(one, row_of(_with(one, page.event))) for one in page.further],
            "panels": rendered("event", "main", request, page),
            "beside": rendered("event", "aside", request, page),
            "styles": [name for name in styles("event") if name != "css/events.css"],
        },
    )


@for_members
@require_GET
def first_coming(request: MemberRequest, number: int) -> HttpResponse:
    """The first of those who come, for a page that stays open."""
    found, now = event_of(request, number), clock.now()
    date = date_of(request, found, now)
    mark = mark_of(date, request.member, is_run=may_run(request.member, found))
    show = partial(shown, request, found, date, now)
    return live(request, mark, "events/_coming.html", lambda: {"page": show(), "few": FEW})


@for_members
@require_GET
def places(request: MemberRequest, number: int) -> HttpResponse:
    """How many places are free, for a page that stays open."""
    found, now = event_of(request, number), clock.now()
    page = EventShown(found, date_of(request, found, now), request.member, now)
    return live(request, page.places_mark, "events/_places.html", lambda: {"page": page})


@for_members
@require_GET
def coming(request: MemberRequest, number: int) -> HttpResponse:
    """All who come, page by page."""
    found = event_of(request, number)
    date = date_of(request, found, clock.now())
    rows = who_come(date, request.member, is_run=may_run(request.member, found))
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(rows, ("member__name", "pk"), after=after, before=before, size=100)
    show_faces(request.member, [one.member for one in page.rows])
    return render(request, "events/coming.html", {"event": found, "date": date, "page": page})


@for_members
@require_POST
def answering(request: MemberRequest, number: int) -> HttpResponse:
    found, now = event_of(request, number), clock.now()
    date, form = date_of(request, found, now), AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say yes, perhaps or no, and how many guests in figures."))
        return redirect(date.path)
    given = form.cleaned_data
    is_alone = given["is_alone"] and not given["guests"]  # who brings a guest does not come alone
    wishes = Wishes(not given["is_hidden"], given["is_new"], is_alone, given["is_glad"])
    try:
        kept = answer(
            occurrence=date,
            member=request.member,
            says=given["says"],
            guests=given["guests"] or 0,
            wishes=wishes,
            now=now,
        )
    except ValueError as refused:
        messages.error(request, str(refused))
    except LookupError:  # blocked or taken out of the group a moment ago
        return redirect("/events/")
    else:
        messages.success(request, _said(kept))
    return redirect(date.path)


@for_members
@require_POST
def was_there(request: MemberRequest, number: int) -> HttpResponse:
    """The member says so themselves, or with `says` no, that they are not."""
    found, now = event_of(request, number), clock.now()
    date = date_of(request, found, now)
    if request.POST.get("says") == "no":
        take_off(occurrence=date, member=request.member, now=now)
        messages.success(request, _("It is taken off."))
        return redirect(date.path)
    try:
        say_there(occurrence=date, member=request.member, now=now)
    except ValueError as refused:
        messages.error(request, str(refused))
        return redirect(date.path)
    if not date.has_begun(now):
        messages.success(request, _("Kept."))
        return redirect(date.path)
    messages.success(request, _("Kept. Whom did you meet?"))
    return redirect(f"{found.path}met/?on={date.day.isoformat()}")


def _said(kept: Rsvp) -> str:
    if kept.answer == "yes":
        return _("You come. The place is yours.") if not kept.guests else _("You come, and your guests with you.")
    if kept.answer == "waiting":
        return _("It is full. You are on the waiting list; as soon as a place is free, it is offered to you.")
    return _("Kept: perhaps.") if kept.answer == "maybe" else _("Kept: you do not come.")


def _with(date: Occurrence, event: Event) -> Occurrence:
    date.event = event
    return date
