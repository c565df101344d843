"""Who waits for a word of an organiser, whatever they asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group, GuestVisit, JoinRequest, Membership
from rapport.kit.prepared import Prepared, Query
from rapport.kit.rooms import gather
from rapport.kit.wording import ago
from rapport.members.models import Block, Member, Mute

FEW = 3  # of each kind, for Today


@dataclass(frozen=True)
class Awaited:
    """`rows()`: all that wait, each with its `group`, its `member` and their `line`. Rooms offer it in their
    `awaited.py`. `number` names the kind where that must last; `says` what was asked of a "group" and "when"; `since`
    is the column of that. It is answered on the page `at` below the group's, in a form posted to `answer` if there
    is one."""

    number: int
    rows: Callable[[], QuerySet[Any]]
    says: str | Promise
    since: str = "asked_at"
    at: str = "waiting/"
    answer: str = ""


class Waiting(NamedTuple):
    """Somebody (`row.member`) who waits for a word of the organisers of `row.group`."""

    kind: Awaited
    row: Any

    @property
    def since(self) -> datetime:
        found: datetime = getattr(self.row, self.kind.since)
        return found

    def said(self, on: date) -> str:
        """What they asked, and when that was as seen from that day."""
        return self.kind.says % {"group": self.row.group.name, "when": ago(self.since, on)}

    @property
    def path(self) -> str:
        return f"{self.row.group.path}{self.kind.at}"


def waiting_for(organiser: Member) -> list[Waiting]:
    """Who waits for this member's word in the groups that they organise, the longest first; nobody whom a block keeps
    apart from them, or whom they muted."""
    found = [Waiting(kind, row) for kind in _all_awaited() for row in _of_kind(kind).rows(member=organiser.pk)]
    return sorted(found, key=lambda one: (one.since, one.kind.number, one.row.pk))


def waiting_queries(organiser: Member) -> tuple[Query, ...]:
    """What that asks."""
    return tuple(_of_kind(kind).of(member=organiser.pk) for kind in _all_awaited())


def does_anybody_wait(group: Group, viewer: Member) -> bool:
    """As far as this organiser may see them; in one query."""
    waits = Q()
    for one in _all_awaited():
        waits |= Q(Exists(one.rows().filter(group=OuterRef("pk")).exclude(member__in=Block.of(viewer))))
    return bool(Group.objects.filter(waits, pk=group.pk).exists())


@cache
def _of_kind(kind: Awaited) -> Prepared:
    def build(member: int) -> Any:
        led = Membership.objects.filter(member=member, role="organiser").values("group")
        here = kind.rows().filter(group__in=led, group__closed_at=None)
        here = here.filter(member__in=Member.objects.visible_to(Member(pk=member)))
        here = here.exclude(member__in=Mute.objects.filter(by=member).values("other"))
        return here.select_related("member", "group").order_by(kind.since, "pk")[:FEW]

    return Prepared(build, numbers=("member",))


@cache
def _all_awaited() -> tuple[Awaited, ...]:
    return gather("awaited", Awaited)


REQUESTS = Awaited(
    1,
    lambda: JoinRequest.objects.filter(declined_at=None),
    _("Asked to join %(group)s %(when)s"),
    answer="waiting/request/",
)
VISITS = Awaited(
    2,
    lambda: GuestVisit.objects.filter(state="asked"),
    _("Asked to visit %(group)s %(when)s"),
    answer="waiting/visit/",
)
