"""Who comes, as far as each lets it be seen."""

from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery

from rapport.events.models import Attendance, Occurrence, Rsvp
from rapport.kit.prepared import Prepared
from rapport.members.models import Block, Member, Mute


def who_come(date: Occurrence, viewer: Member, *, is_run: bool = False) -> "QuerySet[Rsvp]":
    """Those who said yes, without whom the viewer may not know or does not want to read of. Whoever hid that they come
    is absent for all but themselves and, with `is_run`, those who run it."""
    rows = Rsvp.objects.filter(occurrence=date, answer="yes").select_related("member")
    return rows.filter(member__in=Member.objects.visible_to(viewer)) if is_run else seen_among(rows, viewer)


def seen_among(rows: "QuerySet[Rsvp]", viewer: Member) -> "QuerySet[Rsvp]":
    """Those of these answers of which the viewer may know and wants to read, without running the event."""
    muted = Mute.objects.filter(by=viewer).values("other")
    seen = rows.filter(member__account__is_active=True).exclude(member__in=Block.of(viewer))
    return seen.filter(Q(member=viewer) | Q(is_shown=True) & ~Q(member__in=muted))


def mark_of(date: Occurrence, viewer: Member, *, is_run: bool = False) -> str:
    """Changes with those who come as the viewer sees them: whoever hides that they come moves nothing."""
    found = _counted(is_run).first(date=date.pk, viewer=viewer.pk)
    return f"{found.many}-{found.last.timestamp():.3f}" if found else "0-0.000"


@cache
def _counted(is_run: bool) -> Prepared:
    """How many come and when the last of them answered; no row where nobody does."""

    def build(date: int, viewer: int) -> Any:
        rows = who_come(Occurrence(pk=date), Member(pk=viewer), is_run=is_run).select_related(None).order_by()
        counted = rows.values("occurrence").annotate(many=Count("pk"), last=Max("answered_at"))
        return counted.values_list("many", "last")

    return Prepared(build, numbers=("date", "viewer"))


def who_were_there(date: Occurrence, viewer: Member) -> "QuerySet[Member]":
    """The others whom one may have met: those who were checked in, and while no list was kept those who said yes."""
    visible = Member.objects.visible_to(viewer).exclude(pk=viewer.pk)
    there = Attendance.objects.filter(occurrence=date, member__isnull=False)
    hidden = Rsvp.objects.filter(occurrence=date, is_shown=False).values("member")
    if there.exists():
        rows: Any = there.filter(is_shown=True)
    else:
        rows = Rsvp.objects.filter(occurrence=date, answer="yes")
    found: QuerySet[Member] = visible.filter(pk__in=rows.values("member")).exclude(pk__in=hidden)
    return found.order_by("name", "pk")


def next_dates(viewer: Member | None, now: datetime) -> "QuerySet[Occurrence]":
    """The dates to come or going on, of events the viewer may see, the next first; called-off ones are named too."""
    found: QuerySet[Occurrence] = Occurrence.objects.visible_to(viewer, now).filter(ends_at__gt=now)
    return found.select_related("event__group", "event__made_by").order_by("starts_at", "pk")


def next_of_each(dates: "QuerySet[Occurrence]", now: datetime) -> "QuerySet[Occurrence]":
    """Of each event the next date that is held: a series stands in a list once, however often it comes."""
    same = Occurrence.objects.filter(event=OuterRef("event"), ends_at__gt=now, cancelled_at=None)
    return dates.filter(pk=Subquery(same.order_by("starts_at", "pk").values("pk")[:1]))


def first_of_each_first(dates: "QuerySet[Occurrence]", now: datetime) -> "QuerySet[Occurrence]":
    """The next date of each event before any further one: a series of every week does not take all the places."""
    earlier = Occurrence.objects.filter(event=OuterRef("event"), ends_at__gt=now, cancelled_at=None)
    return dates.order_by(Exists(earlier.filter(starts_at__lt=OuterRef("starts_at"))), "starts_at", "pk")


def answers_of(member: Member, dates: list[Occurrence]) -> dict[int, str]:
    """What the member answered for these dates, by their ids."""
    rows = Rsvp.objects.filter(member=member, occurrence__in=dates)
    return dict(rows.values_list("occurrence_id", "answer"))
