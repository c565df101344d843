"""The next gatherings of a group, and where two met: on the page of a person and on a profile."""

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.http import HttpRequest

from rapport.events.coming import first_of_each_first, next_dates
from rapport.events.hours import wall
from rapport.events.meeting import met_at
from rapport.events.models import Event, Rsvp
from rapport.events.row import row_of
from rapport.kit import clock
from rapport.kit.prepared import prepared
from rapport.members.models import Member
from rapport.people import keys
from rapport.people.here import member_behind
from rapport.people.models import Person, Presence
from rapport.people.showing.held import held

NEXT, MOST = 3, 12
Met = tuple[str, str, date]  # what it was called, its address if it is on the hub, the day


def of_group(request: HttpRequest, shown: Any) -> dict[str, Any] | None:
    """`shown` has .group, .viewer and .membership."""
    viewer: Member | None = shown.viewer
    asked = {"group": shown.group.pk, "now": clock.now()}
    dates = _next.rows(viewer=viewer.pk, **asked) if viewer else _next_for_all.rows(**asked)
    is_organiser = shown.membership is not None and shown.membership.role == "organiser"
    if not dates and shown.membership is None:
        return None
    dates.sort(key=lambda one: (one.starts_at, one.pk))
    rows = [row_of(one, getattr(one, "answered", None) or "") for one in dates]
    return {"group": shown.group, "rows": rows, "may_make": is_organiser and shown.group.closed_at is None}


@prepared(numbers=("viewer", "group"), moments=("now",))
def _next(viewer: int, group: int, now: datetime) -> Any:
    answered = Rsvp.objects.filter(member=viewer, occurrence=OuterRef("pk")).values("answer")
    dates = next_dates(Member(pk=viewer), now).filter(event__group=group)
    return first_of_each_first(dates, now).annotate(answered=Subquery(answered))[:NEXT]


@prepared(numbers=("group",), moments=("now",))
def _next_for_all(group: int, now: datetime) -> Any:
    return first_of_each_first(next_dates(None, now).filter(event__group=group), now)[:NEXT]


def with_person(request: Any, person: Person) -> dict[str, Any] | None:
    """How often the owner met them: at events of the hub, if they are linked, and by the owner's own notes."""
    member = member_behind(person)
    on_hub = _on_hub(request.member, member) if member else []
    known = {(keys.folded(title), day) for title, _, day in on_hub}
    noted = [one for one in _noted(person) if (keys.folded(one[0]), one[2]) not in known]
    return _shown([*on_hub, *noted])


def with_member(request: HttpRequest, shown: Any) -> dict[str, Any] | None:
    """On a profile, between two members: only what both know, events of the hub where both were. `shown` has .viewer
    and .member."""
    if shown.viewer is None or shown.viewer.pk == shown.member.pk:
        return None
    return _shown(_on_hub(shown.viewer, shown.member))


def _on_hub(one: Member, other: Member) -> list[Met]:
    rows = _met.rows(one=one.pk, other=other.pk, now=clock.now())
    return [(at.event.title, at.path if at.is_seen else "", wall(at.starts_at, at.event.zone).date()) for at in rows]


@prepared(numbers=("one", "other"), moments=("now",))
def _met(one: int, other: int, now: datetime) -> Any:
    """Nothing of somebody whom `one` may not know to be here."""
    viewer, member = Member(pk=one), Member(pk=other)
    known = Member.objects.visible_to(viewer).filter(pk=other)
    seen = Event.objects.visible_to(viewer, now).filter(pk=OuterRef("event"))
    return met_at(viewer, member).filter(Exists(known)).annotate(is_seen=Exists(seen)).select_related("event")


def _noted(person: Person) -> list[Met]:
    held_at = [one.occasion for one in held(person, Presence) if one.answer == "met"]
    return [(one.title, one.path, one.begins_on) for one in held_at if one.begins_on and not one.is_cancelled]


def _shown(found: list[Met]) -> dict[str, Any] | None:
    rows = sorted(found, key=lambda met: met[2], reverse=True)
    return {"rows": rows[:MOST], "count": len(rows)} if rows else None
