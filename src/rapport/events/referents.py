"""What `event:7` and `event:7.2026-11-19`, one date of it, lead to."""

from collections.abc import Collection, Mapping
from datetime import date

from rapport.events.models import Event, Occurrence
from rapport.journal.referent import Referent, Shown
from rapport.kit.wording import weekday
from rapport.members.models import Member


def about(event: Event, occurrence: Occurrence | None = None) -> str:
    """How the journal refers to an event, or to one date of a series."""
    if occurrence is None or not event.rule:
        return f"event:{event.pk}"
    return f"event:{event.pk}.{occurrence.day.isoformat()}"


def _find(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    parts = {key: key.partition(".") for key in keys}
    numbers = {int(number) for number, _, _ in parts.values() if number.isdecimal()}
    seen = {event.pk: event for event in Event.objects.visible_to(viewer).filter(pk__in=numbers)}
    return {
        key: _shown(seen[int(number)], day)
        for key, (number, _, day) in parts.items()
        if number.isdecimal() and int(number) in seen
    }


def _shown(event: Event, day: str) -> Shown:
    if not day:
        return Shown(event.title, event.path)
    return Shown(f"{event.title}, {weekday(date.fromisoformat(day))}", f"{event.path}?on={day}")


EVENT = Referent("event", _find)
