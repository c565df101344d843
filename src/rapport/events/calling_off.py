"""An event that is not held, one date that is not, and one date at another time."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.events.hours import moment
from rapport.events.models import Event, Occurrence
from rapport.events.sequel import changed
from rapport.events.telling import answered, tell
from rapport.events.waiting import move_up
from rapport.members.models import Member


@transaction.atomic
def call_off(*, event: Event, by: Member | None, now: datetime) -> None:
    """The whole event is cancelled, by the hub (None) where nobody is left to hold it; those who answered for a date
    to come are told. Twice is once."""
    locked = Event.objects.select_for_update().get(pk=event.pk)
    if locked.cancelled_at is not None:
        return
    whom = list(answered(locked, now))
    _edited(locked, now, cancelled_at=now)
    tell(locked, "event.cancel", by=by, whom=whom, now=now)


@transaction.atomic
def call_off_date(*, occurrence: Occurrence, by: Member, now: datetime) -> None:
    """This one date is not held; those who answered for it are told."""
    locked = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    if locked.cancelled_at is not None or locked.is_over(now):
        return
    locked.cancelled_at = now
    locked.save(update_fields=["cancelled_at"])
    _edited(locked.event, now)
    whom = answered(locked.event, now, locked)
    tell(locked.event, "event.cancel", by=by, whom=whom, now=now, date=locked)


@transaction.atomic
def hold_after_all(*, occurrence: Occurrence, now: datetime) -> None:
    """The date is held after all; whoever answered still has what they had."""
    locked = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    locked.cancelled_at = None
    locked.save(update_fields=["cancelled_at"])
    _edited(locked.event, now)
    move_up(locked, locked.event, now)


@transaction.atomic
def move_date(*, occurrence: Occurrence, on: date, at: time, by: Member, now: datetime) -> None:
    """This one date is at another time, in the event's own zone; the answers stay, and those who answered are told.
    ValueError, with a sentence, when it is over or would be at once."""
    locked = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    event = locked.event
    if locked.is_over(now) or moment(on, at, event.zone) + event.lasts <= now:
        raise ValueError(_("What lies in the past is not moved, nor anything into it."))
    locked.moved_on, locked.moved_at = on, at
    locked.starts_at = moment(on, at, event.zone)
    locked.ends_at = locked.starts_at + event.lasts
    locked.save(update_fields=["moved_on", "moved_at", "starts_at", "ends_at"])
    _edited(event, now)
    tell(event, "event.move", by=by, whom=answered(event, now, locked), now=now, date=locked)


def _edited(event: Event, now: datetime, **values: datetime) -> None:
    event.edition += 1
    for name, value in values.items():
        setattr(event, name, value)
    event.save(update_fields=["edition", *values])
    changed(Occurrence.objects.filter(event=event, ends_at__gt=now), now)
