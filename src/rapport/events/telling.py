"""Whom an event tells, and in whose name."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.referents import about
from rapport.groups.models import Membership
from rapport.journal.write import record
from rapport.members.models import Member

LISTENING = ("yes", "maybe", "waiting", "offered")


def groupmates(event: Event) -> "QuerySet[Member]":
    """The members of its group; nobody for an event of one member alone."""
    found: QuerySet[Member] = Member.objects.active().filter(
        pk__in=Membership.objects.filter(group=event.group_id).values("member")
    )
    return found if event.group_id else found.none()


def answered(event: Event, now: datetime, date: Occurrence | None = None) -> "QuerySet[Member]":
    """Those who said yes or maybe or wait, for this date or any to come."""
    given = Rsvp.objects.filter(occurrence__event=event, answer__in=LISTENING, occurrence__starts_at__gt=now)
    if date is not None:
        given = Rsvp.objects.filter(occurrence=date, answer__in=LISTENING)
    found: QuerySet[Member] = Member.objects.active().filter(pk__in=given.values("member"))
    return found


def tell(
    event: Event,
    verb: str,
    *,
    by: Member | None,
    whom: Iterable[Member],
    now: datetime,
    date: Occurrence | None = None,
) -> None:
    """One deed towards them all; the hub's own where nobody is left who runs it."""
    record(actor=by, verb=verb, subject=about(event, date), towards=whom, done_at=now)
