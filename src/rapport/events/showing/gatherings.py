"""The next gatherings of a group, and where two met: on the page of a person and on a profile."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from rapport.events.coming import answers_of, next_dates
from rapport.events.hours import wall
from rapport.events.meeting import met_at
from rapport.events.models import Event, Occurrence
from rapport.events.row import row_of
from rapport.kit import clock
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
    dates = list(next_dates(viewer, clock.now()).filter(event__group=shown.group)[:NEXT])
    answers = answers_of(viewer, dates) if viewer else {}
    is_organiser = shown.membership is not None and shown.membership.role == "organiser"
    if not dates and shown.membership is None:
        return None
    rows = [row_of(one, answers.get(one.pk, "")) for one in dates]
    return {"group": shown.group, "rows": rows, "may_make": is_organiser}


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
    is_visible = Member.objects.visible_to(shown.viewer).filter(pk=shown.member.pk).exists()
    return _shown(_on_hub(shown.viewer, shown.member)) if is_visible else None


def _on_hub(one: Member, other: Member) -> list[Met]:
    dates: list[Occurrence] = list(met_at(one, other).select_related("event"))
    if not dates:
        return []
    seen = set(Event.objects.visible_to(one).filter(pk__in={d.event_id for d in dates}).values_list("pk", flat=True))
    return [
        (at.event.title, at.path if at.event_id in seen else "", wall(at.starts_at, at.event.zone).date())
        for at in dates
    ]


def _noted(person: Person) -> list[Met]:
    held_at = [one.occasion for one in held(person, Presence) if one.answer == "met"]
    return [(one.title, one.path, one.begins_on) for one in held_at if one.begins_on and not one.is_cancelled]


def _shown(found: list[Met]) -> dict[str, Any] | None:
    rows = sorted(found, key=lambda met: met[2], reverse=True)
    return {"rows": rows[:MOST], "count": len(rows)} if rows else None
