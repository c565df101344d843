"""Making an event and changing it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.events.dates import lay_out
from rapport.events.findable import EVENTS
from rapport.events.models import Event, Occurrence
from rapport.events.referents import about
from rapport.events.sequel import changed
from rapport.events.telling import answered, groupmates, tell
from rapport.events.waiting import move_up_all
from rapport.groups.models import Group
from rapport.journal.write import record
from rapport.members.models import Member

MADE_A_DAY = 20


@transaction.atomic
def make(*, event: Event, by: Member, now: datetime) -> Event:
    """`event` (not yet saved) is announced by this member; those of its group hear of it. ValueError, with a sentence,
    when they have made too many today."""
    if Event.objects.filter(made_by=by, made_at__gt=now - timedelta(days=1)).count() >= MADE_A_DAY:
        raise ValueError(_("You made %(n)s events today. Make the next one tomorrow.") % {"n": MADE_A_DAY})
    if event.group is not None and Group.objects.select_for_update().get(pk=event.group.pk).closed_at is not None:
        raise ValueError(_("This group is closed."))
    event.made_by, event.made_at = by, now
    event.save()
    EVENTS.settle([event.pk])
    lay_out(event, now)
    record(actor=by, verb="event.make", subject=about(event), towards=groupmates(event), done_at=now)
    return event


@transaction.atomic
def change(*, event: Event, by: Member, now: datetime) -> None:
    """Keep what was changed in `event`. A single date moves with its answers; of a series, the dates to come are laid
    out anew, and those that are no more are called off. Those who answered hear of another time; who holds a place
    keeps it, however few there are now."""
    before = Event.objects.select_for_update().get(pk=event.pk)
    event.edition = before.edition + 1
    event.save()
    EVENTS.settle([event.pk])
    if not event.rule and not before.rule and event.on != before.on:
        # moved_on goes too: the new day is what counts now
        Occurrence.objects.filter(event=event, starts_at__gt=now).update(day=event.on, moved_on=None, moved_at=None)
    lost = lay_out(event, now)
    for date in lost:
        tell(event, "event.cancel", by=by, whom=answered(event, now, date), now=now, date=date)
    if _when(event) != _when(before):
        told = [member for member in answered(event, now) if member.pk != by.pk]
        tell(event, "event.move", by=by, whom=told, now=now)
    changed(Occurrence.objects.filter(event=event, ends_at__gt=now), now)
    if event.capacity is None or (before.capacity is not None and event.capacity > before.capacity):
        move_up_all(event, now)


def _when(event: Event) -> tuple[object, ...]:
    return event.on, event.at, event.zone, event.rule
