"""What is called off because it is about to be out of sight, and who hears of it while they still can."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.referents import once
from rapport.events.sequel import hidden
from rapport.events.telling import LISTENING
from rapport.groups.models import Membership
from rapport.journal.write import record
from rapport.members.models import Member


@transaction.atomic
def stand_down(*, member: Member, now: datetime, until: datetime | None = None) -> None:
    """`member` is about to be out of sight: of what they give alone no date before `until` is held, and those who
    answered are told, by the hub. What a group gives goes on with its other members, and what was called off stays so
    when they are back: they may hold it after all."""
    others = Membership.objects.exclude(member=member).values("group")
    alone = Q(event__group=None) | ~Q(event__group__in=others)
    ahead = Occurrence.objects.filter(alone, event__made_by=member, ends_at__gt=now).held()
    if until is not None:
        ahead = ahead.filter(starts_at__lt=until)
    dates = list(ahead.select_for_update(of=("self",)).order_by("starts_at", "pk"))
    Occurrence.objects.filter(pk__in=[date.pk for date in dates]).update(cancelled_at=now)
    Event.objects.filter(pk__in={date.event_id for date in dates}).update(edition=F("edition") + 1)
    hidden(dates, now)
    _tell(dates, now)


def _tell(dates: Collection[Occurrence], now: datetime) -> None:
    """Of each event once; of a series that goes on later, of each date."""
    for event in Event.objects.filter(pk__in={date.event_id for date in dates}).order_by("pk"):
        mine = [date for date in dates if date.event_id == event.pk]
        goes_on = Occurrence.objects.filter(event=event, starts_at__gt=now).held().exists()
        for told in [[date] for date in mine] if goes_on else [mine]:
            given = Rsvp.objects.filter(occurrence__in=told, answer__in=LISTENING)
            whom = Member.objects.active().filter(pk__in=given.exclude(member=event.made_by).values("member"))
            subject = once(event, told[0] if goes_on else None)
            record(actor=None, verb="event.cancel", subject=subject, towards=whom, done_at=now)
