"""When a member leaves, they wait for no seat any more, also where they were in no group so far."""

from typing import Any

from rapport.groups.models import Group
from rapport.groups.roles import locked
from rapport.kit import clock
from rapport.kit.leaving import Farewell
from rapport.seats.filling import close_applications
from rapport.seats.models import Application


def _leave_the_lines(member: Any) -> None:
    waited_in = Application.objects.filter(member=member, state__in=Application.OPEN).values("group")
    for group in Group.objects.filter(pk__in=waited_in):
        close_applications(member, locked(group), clock.now())


LINES = Farewell(before=_leave_the_lines)
