"""What `event:7` and `event:7.2026-11-19`, one date of it, lead to."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from rapport.events.models import Event, Occurrence
from rapport.journal.referent import Referent, Shown
from rapport.kit.wording import weekday
from rapport.members.models import Member

_KEY = re.compile(r"(\d{1,12})(?:\.(\d{4}-\d\d-\d\d))?")  # the day is one that was written by `about`


def about(event: Event, occurrence: Occurrence | None = None) -> str:
    """How the journal refers to an event, or to one date of a series."""
    if occurrence is None or not event.rule:
        return f"event:{event.pk}"
    return f"event:{event.pk}.{occurrence.day.isoformat()}"


def _find(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    parts = {key: found for key in keys if (found := _KEY.fullmatch(key))}
    seen = Event.objects.visible_to(viewer).in_bulk({int(found[1]) for found in parts.values()})
    return {key: _shown(seen[int(at[1])], at[2] or "") for key, at in parts.items() if int(at[1]) in seen}


def _shown(event: Event, day: str) -> Shown:
    if not day:
        return Shown(event.title, event.path)
    return Shown(f"{event.title}, {weekday(date.fromisoformat(day))}", f"{event.path}?on={day}")


EVENT = Referent("event", _find)
