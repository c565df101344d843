"""When a group is closed its seats come free without being offered and the lines for them end; when it is opened again,
who held one and is still there holds it again."""

from datetime import datetime

from rapport.groups.closing import Closing
from rapport.groups.models import Group, Membership
from rapport.members.models import Member
from rapport.seats.filling import held
from rapport.seats.models import Application, SeatHolding


def _close(group: Group, _by: Member, now: datetime) -> None:
    held(group).update(until=now, why="closed")
    lines = Application.objects.filter(group=group, state__in=Application.OPEN)
    lines.update(state="withdrawn", settled_at=now)


def _reopen(group: Group, _now: datetime) -> None:
    within = Membership.objects.filter(group=group).values("member")
    released = SeatHolding.objects.filter(group=group, until=group.closed_at, why="closed", member__in=within)
    released.update(until=None, why="")


CLOSED = Closing(close=_close, reopen=_reopen)
