"""Who waits for a word of an organiser, whatever they asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from rapport.groups.models import Group, GuestVisit, JoinRequest
from rapport.kit.rooms import gather
from rapport.members.models import Block, Member


@dataclass(frozen=True)
class Awaited:
    """`rows()`: all that wait, each with its `group` and its `member`. Rooms offer it in their `awaited.py`."""

    rows: Callable[[], QuerySet[Any]]


def does_anybody_wait(group: Group, viewer: Member) -> bool:
    """As far as this organiser may see them; in one query."""
    waits = Q()
    for one in _all_awaited():
        waits |= Q(Exists(one.rows().filter(group=OuterRef("pk")).exclude(member__in=Block.of(viewer))))
    return bool(Group.objects.filter(waits, pk=group.pk).exists())


@cache
def _all_awaited() -> tuple[Awaited, ...]:
    return gather("awaited", Awaited)


REQUESTS = Awaited(lambda: JoinRequest.objects.filter(declined_at=None))
VISITS = Awaited(lambda: GuestVisit.objects.filter(state="asked"))
