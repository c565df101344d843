"""Events in other calendars: of one event, of a group, and all of one's own by a secret address."""

from __future__ import annotations  # what is imported later is named in signatures

from collections.abc import Iterable
from datetime import timedelta

import icalendar
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from rapport.calendars import ics
from rapport.calendars.keys import make_key, owner_of, take_key_back
from rapport.events.finding import event_of
from rapport.events.models import CalendarKey, Event, Occurrence, Rsvp
from rapport.groups.models import Group
from rapport.groups.shared import groups_of
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Hub, Member

BACK = timedelta(days=90)
MOST, MOST_GROUPS = 300, 50


@require_GET
def of_event(request: HttpRequest, number: int) -> HttpResponse:
    event = event_of(request, number)
    parts = ics.series(event, _dates(event), clock.now())
    return _file(parts, event.title, f"event-{event.pk}.ics")


@require_GET
def of_group(request: HttpRequest, group: str) -> HttpResponse:
    """What whoever asks may see of the group's events."""
    viewer: Member | None = getattr(request, "member", None)
    return _of_group(viewer, group)


@require_GET
def by_key(request: HttpRequest, key: str) -> HttpResponse:
    """What the owner of the key answered, or with `?group=` the events of a group as the owner may see them."""
    owner = owner_of(key)
    if owner is None:
        raise Http404
    group = request.GET.get("group", "")
    answer = _of_group(owner, group) if group else _file(_own(owner), Hub.this().name, "events.ics")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@for_members
@require_http_methods(["GET", "POST"])
def own_calendar(request: MemberRequest) -> HttpResponse:
    """The secret address: made and shown once, or taken back."""
    if request.method == "POST" and "take_back" in request.POST:
        take_key_back(member=request.member)
        return redirect("/events/calendar/")
    address = ""
    if request.method == "POST":
        address = f"{settings.BASE_URL}/calendars/{make_key(member=request.member, now=clock.now())}.ics"
    known = CalendarKey.objects.filter(member=request.member).first()
    groups = list(groups_of(request.member)[:MOST_GROUPS]) if address else []
    return render(request, "calendars/calendar.html", {"address": address, "known": known, "groups": groups})


def _of_group(viewer: Member | None, handle: str) -> HttpResponse:
    found = Group.objects.visible_to(viewer).filter(handle=handle.lower()).first()
    if found is None:
        raise Http404
    events = Event.objects.visible_to(viewer).filter(group=found).order_by("-on", "-pk")[:MOST]
    now = clock.now()
    parts = [part for event in events for part in ics.series(event, _dates(event), now)]
    return _file(parts, found.name, f"{found.handle}.ics")


def _own(owner: Member) -> list[icalendar.Event]:
    now = clock.now()
    seen = Occurrence.objects.visible_to(owner).filter(ends_at__gt=now - BACK)
    rows = Rsvp.objects.filter(member=owner, occurrence__in=seen).exclude(answer__in=("no", "lapsed"))
    found = rows.select_related("occurrence__event").order_by("-occurrence__starts_at")[:MOST]
    return [
        ics.entry(
            row.occurrence.event,
            row.occurrence,
            now,
            answer=row.answer,
            link=row.occurrence.event.link if row.answer == "yes" and row.occurrence.event.mode != "rooms" else "",
        )
        for row in found
    ]


def _dates(event: Event) -> Iterable[Occurrence]:
    return Occurrence.objects.filter(event=event).order_by("day")


def _file(parts: Iterable[icalendar.Event], name: str, file: str) -> HttpResponse:
    answer = HttpResponse(ics.calendar(parts, name), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{file}"'
    return answer
