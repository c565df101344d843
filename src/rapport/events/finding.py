"""Finding events through permission: what may not be seen and what does not exist are the same 404."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest

from rapport.events.models import Event, Occurrence
from rapport.events.running import run_by
from rapport.events.seeing import sees
from rapport.kit.prepared import prepared
from rapport.members.may import MemberRequest
from rapport.members.models import Member


def event_of(request: HttpRequest, number: int) -> Event:
    """The event of this number, if whoever asks may see it."""
    viewer: Member | None = getattr(request, "member", None)
    event: Event | None = _numbered.first(number=number)
    if event is None or not sees(viewer, event):
        raise Http404
    return event


def event_run_by(request: MemberRequest, number: int) -> Event:
    """The event of this number, if the member runs it."""
    found = run_by(request.member).filter(pk=number).select_related("group", "made_by").first()
    if found is None:
        raise Http404
    return found


def date_of(request: HttpRequest, event: Event, now: datetime) -> Occurrence:
    """The date that is asked for by `on`; else the next that is held, or is going on; else the last there was."""
    dates = Occurrence.objects.filter(event=event)
    asked = _day(request.POST.get("on") or request.GET.get("on") or "")
    found: Occurrence | None = dates.filter(day=asked).first() if asked else None
    if asked and found is None:
        raise Http404
    found = found or _held.first(event=event.pk, now=now)
    found = found or _coming.first(event=event.pk, now=now) or _last.first(event=event.pk)
    if found is None:
        raise Http404
    found.event = event
    return found


@prepared(numbers=("number",))
def _numbered(number: int) -> Any:
    return Event.objects.filter(pk=number).select_related("group", "made_by__account")


@prepared(numbers=("event",), moments=("now",))
def _coming(event: int, now: datetime) -> Any:
    """Called off, all of them, or a held one would have been found."""
    return Occurrence.objects.filter(event=event, ends_at__gt=now).order_by("starts_at", "pk")[:1]


@prepared(numbers=("event",))
def _last(event: int) -> Any:
    return Occurrence.objects.filter(event=event).order_by("-starts_at", "-pk")[:1]


@prepared(numbers=("event",), moments=("now",))
def _held(event: int, now: datetime) -> Any:
    rows = Occurrence.objects.filter(event=event, ends_at__gt=now, cancelled_at=None)
    return rows.order_by("starts_at", "pk")[:1]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Http404 from None
