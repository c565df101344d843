"""When a member leaves, their places are free for the next in line, and what they gave alone is not held.

It is the hub that says so: what the leaving member does now vanishes with them, and nobody would hear of it.
"""

from typing import Any

from django.db.models import Q

from rapport.events.calling_off import call_off
from rapport.events.models import Event, Rsvp
from rapport.events.rsvp import leave
from rapport.groups.models import Membership
from rapport.kit import clock
from rapport.kit.leaving import Farewell


def _free(member: Any) -> None:
    now = clock.now()
    alone = Q(group=None) | ~Q(group__in=Membership.objects.exclude(member=member).values("group"))
    for event in Event.objects.filter(alone, made_by=member, cancelled_at=None):
        call_off(event=event, by=None, now=now)
    for given in Rsvp.objects.filter(member=member, occurrence__ends_at__gt=now).select_related("occurrence"):
        leave(occurrence=given.occurrence, member=member, now=now)


FREED = Farewell(before=_free)
