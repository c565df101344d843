"""What being there together means: the deeds that warm the books of those who know each other, and how often they met.

One deed for each who was there, towards all who stand behind them in the list: every pair once, so that fifty people
make 1,225 rows and not 2,450, and none is counted twice. It asks no book who knows whom: the books ask the journal.
"""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from rapport.events.models import Attendance, Occurrence
from rapport.events.referents import about
from rapport.journal.models import Deed
from rapport.journal.write import record
from rapport.members.models import Block, Member
from rapport.ties.counting import ROOM_FULL


def record_meetings(date: Occurrence) -> None:
    """Everybody met everybody, in a room that was not too full for it; the hidden and the blocked met nobody."""
    present = _present(date)
    if not present or Attendance.objects.filter(occurrence=date).count() > ROOM_FULL:
        return
    apart = _apart(present)
    for at, one in enumerate(present):
        others = [other for other in present[at + 1 :] if (one.pk, other.pk) not in apart]
        if others:
            _record(date, one, others)


def record_late(date: Occurrence, there: Attendance) -> None:
    """Somebody said afterwards that they were there too."""
    present = _present(date)
    if there.member is None or not there.is_shown or Attendance.objects.filter(occurrence=date).count() > ROOM_FULL:
        return
    apart = _apart(present)
    others = [one for one in present if one.pk != there.member_id and (there.member_id, one.pk) not in apart]
    if others:
        _record(date, there.member, others)


def times_met(one: Member, other: Member) -> int:
    """At how many dates both were, as far as both let it be seen."""
    return met_at(one, other).count()


def met_at(one: Member, other: Member) -> "QuerySet[Occurrence]":
    """The dates at which both were, the newest first."""
    there = Attendance.objects.filter(is_shown=True)
    found: QuerySet[Occurrence] = Occurrence.objects.held().filter(pk__in=there.filter(member=one).values("occurrence"))
    return found.filter(pk__in=there.filter(member=other).values("occurrence")).order_by("-starts_at", "-pk")


def _present(date: Occurrence) -> list[Member]:
    rows = Member.objects.active().filter(
        pk__in=Attendance.objects.filter(occurrence=date, is_shown=True).values("member")
    )
    return list(rows.order_by("pk"))


def _apart(present: Sequence[Member]) -> set[tuple[int, int]]:
    """Pairs of which one blocked the other, both ways round."""
    ids = [one.pk for one in present]
    rows = Block.objects.filter(Q(by__in=ids) & Q(other__in=ids)).values_list("by_id", "other_id")
    return {pair for by, other in rows for pair in ((by, other), (other, by))}


def _record(date: Occurrence, one: Member, others: Sequence[Member]) -> None:
    # By occurrence, not by event: the same people meet at every date of a series.
    if not Deed.objects.filter(actor=one, verb="event.meet", subject=about(date.event, date)).exists():
        record(actor=one, verb="event.meet", subject=about(date.event, date), towards=others, done_at=date.starts_at)
