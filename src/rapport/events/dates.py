"""The dates of an event as rows: made ahead of time, moved with their event, gone when the rule gives them no more."""

from datetime import date, datetime, timedelta

from django.db import transaction

from rapport.events.hours import moment
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.recurring import days, read
from rapport.kit import clock
from rapport.kit.jobs import job

AHEAD = timedelta(days=400)
MOST_AHEAD = 60


@transaction.atomic
def lay_out(event: Event, now: datetime) -> list[Occurrence]:
    """Bring the dates in line with the event. What lies behind stays as it was; so does a date that was moved. Returns
    the dates that are no more though somebody had answered: they are called off, the others vanish."""
    there = {date.day: date for date in Occurrence.objects.select_for_update().filter(event=event)}
    wanted = _wanted(event, now)
    for day in wanted:
        _place(event, day, there.get(day), now)
    dropped = [date for day, date in there.items() if day not in wanted and date.starts_at > now]
    answered = set(Rsvp.objects.filter(occurrence__in=dropped).values_list("occurrence_id", flat=True))
    Occurrence.objects.filter(pk__in=[date.pk for date in dropped if date.pk not in answered]).delete()
    lost = [date for date in dropped if date.pk in answered and date.cancelled_at is None]
    Occurrence.objects.filter(pk__in=[date.pk for date in lost]).update(cancelled_at=now)
    return lost


@job()
def lay_out_further() -> None:
    """Every day: the series that go on get their next dates, and hours are told anew by what zones say now."""
    for event in Event.objects.exclude(rule="").filter(cancelled_at=None, group__closed_at=None):
        lay_out(event, clock.now())


def _wanted(event: Event, now: datetime) -> set[date]:
    """The first day, those since yesterday, and those to come as far as one plans ahead."""
    today = now.date()
    found = days(read(event.rule), event.on, max(today, event.on) + AHEAD)
    ahead = [day for day in found if day >= today - timedelta(days=1)][:MOST_AHEAD]
    return {event.on, *ahead}


def _place(event: Event, day: date, there: Occurrence | None, now: datetime) -> None:
    starts_at = moment(day, event.at, event.zone)
    if there is None:
        Occurrence.objects.create(event=event, day=day, starts_at=starts_at, ends_at=starts_at + event.lasts)
    elif there.starts_at > now and there.moved_on is None:
        there.starts_at, there.ends_at = starts_at, starts_at + event.lasts
        there.save(update_fields=["starts_at", "ends_at"])
