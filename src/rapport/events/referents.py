"""What `event:7` and `event:7.2026-11-19`, one date of it, lead to; and `once:7`, to whoever answered and sees it no
more."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from rapport.events.models import Event, Occurrence, Rsvp
from rapport.journal.referent import Referent, Shown
from rapport.kit.wording import weekday
from rapport.members.models import Block, Member

_KEY = re.compile(r"(\d{1,12})(?:\.(\d{4}-\d\d-\d\d))?")  # the day is one that was written by `about`


def about(event: Event, occurrence: Occurrence | None = None) -> str:
    """How the journal refers to an event, or to one date of a series."""
    if occurrence is None or not event.rule:
        return f"event:{event.pk}"
    return f"event:{event.pk}.{occurrence.day.isoformat()}"


def once(event: Event, occurrence: Occurrence | None = None) -> str:
    """As `about`, for something that those who answered are to hear although it is out of their sight."""
    return "once:" + about(event, occurrence).partition(":")[2]


def _find(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    parts = {key: found for key in keys if (found := _KEY.fullmatch(key))}
    seen = Event.objects.visible_to(viewer).in_bulk({int(found[1]) for found in parts.values()})
    return {key: _shown(seen[int(at[1])], at[2] or "") for key, at in parts.items() if int(at[1]) in seen}


def _shown(event: Event, day: str) -> Shown:
    if not day:
        return Shown(event.title, event.path)
    return Shown(f"{event.title}, {weekday(date.fromisoformat(day))}", f"{event.path}?on={day}")


def _find_once(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    """The title, which they knew; nothing of somebody with whom there is a block by now."""
    parts = {key: found for key in keys if viewer is not None and (found := _KEY.fullmatch(key))}
    answered = Rsvp.objects.filter(member=viewer).values("occurrence__event")
    rows = Event.objects.filter(pk__in=answered).exclude(group=None, made_by__in=Block.of(viewer)) if viewer else None
    seen = rows.in_bulk({int(found[1]) for found in parts.values()}) if rows is not None else {}
    shown = {key: _shown(seen[int(at[1])], at[2] or "") for key, at in parts.items() if int(at[1]) in seen}
    return {key: Shown(one.title, "/events/") for key, one in shown.items()}


EVENT = Referent("event", _find)
ONCE = Referent("once", _find_once)
