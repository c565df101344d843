"""An event to test with: Mo's, tonight at 18:30 in London, unless said otherwise."""

from datetime import date, datetime, time, timedelta
from typing import Any

import cast
from rapport.events.make import make
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.rsvp import Wishes, answer
from rapport.members.models import Member

LATER = cast.MORNING + timedelta(hours=1)


def event(by: Member, now: datetime = cast.MORNING, **more: Any) -> Event:
    """Announced on the morning of 19 November 2026."""
    told: dict[str, Any] = {
        "title": "LinkedAmaranth",
        "zone": "Europe/London",
        "on": date(2026, 11, 19),
        "at": time(18, 30),
        "minutes": 150,
        "place": "Harbour Hall",
    }
    return make(event=Event(**told | more), by=by, now=now)


def evening(by: Member, **more: Any) -> Occurrence:
    """The one date of a new event."""
    found: Occurrence = Occurrence.objects.select_related("event").get(event=event(by, **more))
    return found


def says(date: Occurrence, member: Member, what: Any = "yes", guests: int = 0, **wishes: bool) -> Rsvp:
    return answer(occurrence=date, member=member, says=what, guests=guests, wishes=Wishes(**wishes), now=cast.MORNING)


def guests(count: int) -> list[Member]:
    """So many members more."""
    return [cast.member(f"guest{n}", f"Guest {n}") for n in range(count)]


def answers(date: Occurrence) -> dict[str, str]:
    """Who answered what, by handle."""
    return dict(Rsvp.objects.filter(occurrence=date).values_list("member__handle", "answer"))
