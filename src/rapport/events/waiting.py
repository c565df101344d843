"""The waiting list: a free place is offered to the first whose party fits, for a limited time, then to the next."""

from datetime import datetime, timedelta

from django.db import transaction

from rapport.events.models import Event, Occurrence, Rsvp, in_order
from rapport.events.referents import about
from rapport.journal.write import answered, record
from rapport.kit import clock
from rapport.kit.jobs import job

LONGEST, SHORTEST = timedelta(hours=24), timedelta(minutes=30)


def until(now: datetime, starts_at: datetime) -> datetime:
    """How long an offer stands: a day, or half the time that is left, but half an hour at least; never past the
    beginning."""
    limit = min(LONGEST, max((starts_at - now) / 2, SHORTEST))
    return min(now + limit, starts_at)


def move_up(date: Occurrence, event: Event, now: datetime) -> list[Rsvp]:
    """Offer what is free; `date` is locked by the caller, in a transaction. A party too large for what is free keeps
    its place in line, and the next that fits is asked. Returns whom a place was offered."""
    if event.cancelled_at or date.cancelled_at or date.has_begun(now):
        return []
    if event.capacity is not None and date.taken >= event.capacity:
        return []
    offered = []
    for waiting in in_order(Rsvp.objects.filter(occurrence=date)).select_related("member__account"):
        if event.capacity is not None and date.taken >= event.capacity:
            break
        if event.capacity is not None and waiting.party > event.capacity - date.taken:
            continue
        if _may_still_come(waiting, event):
            _offer(waiting, date, event, now)
            offered.append(waiting)
    if offered:
        date.save(update_fields=["taken"])
    return offered


@transaction.atomic
def move_up_all(event: Event, now: datetime) -> None:
    """There may be more places than before, on every date to come."""
    for date in Occurrence.objects.select_for_update().filter(event=event, starts_at__gt=now):
        move_up(date, event, now)


def lapse_of(date: Occurrence, event: Event, now: datetime) -> None:
    """Offers of this date that nobody took in time are over; `date` is locked by the caller."""
    late = list(Rsvp.objects.filter(occurrence=date, answer="offered", offered_until__lte=now).select_related("member"))
    for offer in late:
        offer.answer, offer.offered_until = "lapsed", None
        offer.save(update_fields=["answer", "offered_until"])
        date.taken -= offer.party
        subject = about(event, date)
        answered(by=offer.member, verb="event.offer", subject=subject)
        record(actor=None, verb="event.lapse", subject=subject, towards=[offer.member], done_at=now)
    if late:
        date.save(update_fields=["taken"])
        move_up(date, event, now)


@job()
def lapse() -> None:
    """Every few minutes: what was not taken goes to the next in line."""
    now = clock.now()
    late = Rsvp.objects.filter(answer="offered", offered_until__lte=now).values("occurrence")
    for date in Occurrence.objects.filter(pk__in=late).select_related("event"):
        _lapse_one(date, now)


@transaction.atomic
def _lapse_one(date: Occurrence, now: datetime) -> None:
    lapse_of(Occurrence.objects.select_for_update().get(pk=date.pk), date.event, now)


def _may_still_come(waiting: Rsvp, event: Event) -> bool:
    """Who is suspended keeps their place in line; who may not see the event any more loses it."""
    if not waiting.member.account.is_active:
        return False
    if Event.objects.visible_to(waiting.member).filter(pk=event.pk).exists():
        return True
    waiting.delete()
    return False


def _offer(waiting: Rsvp, date: Occurrence, event: Event, now: datetime) -> None:
    waiting.answer, waiting.place_in_line = "offered", None
    waiting.offered_until = until(now, date.starts_at)
    waiting.save(update_fields=["answer", "place_in_line", "offered_until"])
    date.taken += waiting.party
    # By itself: in nobody's name, so that it is heard whoever runs it, or whoever is left.
    record(actor=None, verb="event.offer", subject=about(event, date), towards=[waiting.member], done_at=now)
