"""When a member leaves, their places are free for the next in line, and what they gave alone is not held."""

from typing import Any

from rapport.events.calling_off import call_off
from rapport.events.models import Event, Rsvp
from rapport.events.rsvp import leave
from rapport.kit import clock
from rapport.kit.leaving import Farewell


def _free(member: Any) -> None:
    now = clock.now()
    for event in Event.objects.filter(made_by=member, group=None, cancelled_at=None):
        call_off(event=event, by=member, now=now)
    for given in Rsvp.objects.filter(member=member, occurrence__ends_at__gt=now).select_related("occurrence"):
        leave(occurrence=given.occurrence, member=member, now=now)


FREED = Farewell(before=_free)
