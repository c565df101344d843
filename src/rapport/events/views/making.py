"""Making an event, changing it, calling it off."""

from datetime import date as day_of
from datetime import time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date, parse_time
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.events import calling_off
from rapport.events.finding import date_of, event_run_by
from rapport.events.forms import USUAL_MINUTES, EventForm, typed
from rapport.events.make import change, make
from rapport.events.models import Event, Occurrence, Speaker
from rapport.events.row import row_of
from rapport.events.running import groups_to_make_for
from rapport.groups.models import Group
from rapport.kit import clock
from rapport.kit.once import once
from rapport.members.may import MemberRequest, for_members
from rapport.profiles.meant import offered

AHEAD = 12  # dates that can be moved or called off on the page


@for_members
@require_http_methods(["GET", "POST"])
@once
def new(request: MemberRequest) -> HttpResponse:
    groups = groups_to_make_for(request.member)
    initial: dict[str, Any] = {"zone": request.member.zone, "audience": "members", "minutes": USUAL_MINUTES}
    asked = groups.filter(handle=request.GET.get("group", "")).first()
    if asked is not None:
        initial |= {"group": asked, "audience": "group" if asked.is_hidden else "members", "place": asked.place}
    form = EventForm(request.POST or None, initial=initial, now=clock.now(), groups=groups)
    if request.method == "POST" and form.is_valid():
        try:
            made = make(event=form.put_into(Event()), by=request.member, now=clock.now())
        except ValueError as refused:
            form.add_error(None, str(refused))
        else:
            _say_kept(request, form, _("It is announced."))
            return redirect(made.path)
    return _form(request, form, None)


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, number: int) -> HttpResponse:
    event = event_run_by(request, number)
    groups = groups_to_make_for(request.member) | Group.objects.filter(pk=event.group_id or 0)
    form = EventForm(request.POST or None, initial=typed(event), now=clock.now(), groups=groups.distinct())
    if request.method == "POST" and form.is_valid():
        change(event=form.put_into(event), by=request.member, now=clock.now())
        _say_kept(request, form, _("Kept. Those who answered hear of it if the time is another."))
        return redirect(event.path)
    return _form(request, form, event)


@for_members
@require_POST
def cancel(request: MemberRequest, number: int) -> HttpResponse:
    """The whole event is not held."""
    event = event_run_by(request, number)
    calling_off.call_off(event=event, by=request.member, now=clock.now())
    messages.success(request, _("It is called off, and those who answered are told."))
    return redirect(event.path)


@for_members
@require_POST
def one_date(request: MemberRequest, number: int) -> HttpResponse:
    """One date: `do` cancel, hold or move (to `to` at `hour`)."""
    event, now = event_run_by(request, number), clock.now()
    date, do = date_of(request, event, now), request.POST.get("do", "")
    if do == "cancel":
        calling_off.call_off_date(occurrence=date, by=request.member, now=now)
        messages.success(request, _("This date is called off, and those who answered are told."))
    elif do == "hold":
        calling_off.hold_after_all(occurrence=date, now=now)
        messages.success(request, _("This date is held after all."))
    elif do == "move":
        _move(request, date)
    else:
        raise Http404
    return redirect(date.path)


def _move(request: MemberRequest, date: Occurrence) -> None:
    to, hour = _day(request.POST.get("to", "")), _hour(request.POST.get("hour", ""))
    if to is None or hour is None:
        messages.error(request, _("Say the day and the hour it moves to."))
        return
    try:
        calling_off.move_date(occurrence=date, on=to, at=hour, by=request.member, now=clock.now())
    except ValueError as refused:
        messages.error(request, str(refused))
        return
    messages.success(request, _("It is moved, and those who answered are told."))


def _day(text: str) -> day_of | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _hour(text: str) -> time | None:
    try:
        found = parse_time(text)
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found else None


def _say_kept(request: MemberRequest, form: EventForm, said: str) -> None:
    messages.success(request, said)
    if form.skipped_hour():
        messages.warning(request, form.skipped_hour())


def _form(request: MemberRequest, form: EventForm, event: Event | None) -> HttpResponse:
    dates = Occurrence.objects.filter(event=event, ends_at__gt=clock.now()) if event else Occurrence.objects.none()
    rows = [
        row_of(date) for date in dates.select_related("event__group", "event__made_by").order_by("starts_at")[:AHEAD]
    ]
    asked = Speaker.objects.filter(event=event).select_related("member") if event else Speaker.objects.none()
    speakers = list(asked.order_by("pk"))
    status = 422 if form.is_bound else 200
    context = {"form": form, "event": event, "rows": rows, "speakers": speakers}
    known = offered(request.member) if event else []
    return render(request, "events/edit.html", context | {"known": known}, status=status)
