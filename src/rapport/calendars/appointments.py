"""A date in the calendars of those who come, by mail: put in, moved, and taken out again (RFC 5546).

An act only marks what is due; the worker compares what a calendar was told with what holds now, and mails the
difference. So changes that come close together are one mail, and a job that is run twice says nothing twice.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import translation

from rapport.calendars.invitation import mailed
from rapport.events.hours import wall
from rapport.events.models import Appointment, Event, Occurrence, Rsvp
from rapport.events.saying import where_said
from rapport.kit import clock
from rapport.kit.jobs import job, later
from rapport.members.models import Member, Mute
from rapport.notices.calendar import wants_calendar_mail

log = logging.getLogger(__name__)
AGAIN = timedelta(hours=1)  # after a mail that could not be written


@transaction.atomic
def due(dates: "Iterable[Occurrence] | QuerySet[Occurrence]", now: datetime, member: Member | None = None) -> None:
    """Something changed about these dates, for all who come or for one member: the worker looks what to mail."""
    ids = [date.pk for date in dates]
    coming = Rsvp.objects.filter(occurrence__in=ids, answer="yes")
    known = Appointment.objects.filter(occurrence__in=ids)
    if member is not None:
        coming, known = coming.filter(member=member), known.filter(member=member)
    new = [Appointment(occurrence_id=date, member_id=who) for date, who in coming.values_list("occurrence", "member")]
    Appointment.objects.bulk_create(new, ignore_conflicts=True)
    if known.update(due_at=now):
        later(mail_appointments)


@transaction.atomic
def due_to(member: Member, now: datetime) -> None:
    """Whatever their calendar was told is looked at again, as when they come back."""
    if Appointment.objects.filter(member=member, occurrence__ends_at__gt=now).exclude(told="").update(due_at=now):
        later(mail_appointments)


@transaction.atomic
def take_out(event: Event, now: datetime) -> None:
    """The event is about to be gone with all that is known of it: what the calendars of those who may still see it were
    told is taken back at once."""
    for found in _told(Occurrence.objects.filter(event=event), now):
        found.occurrence.event.cancelled_at = now
        _say_at_once(found, now)


@transaction.atomic
def take_out_dates(dates: "Iterable[Occurrence]", now: datetime) -> None:
    """These dates were called off and are about to be out of sight: the calendars of those who may still see them hear
    of it at once."""
    for found in _told(dates, now):
        _say_at_once(found, now)
        found.save()


def _told(dates: "Iterable[Occurrence] | QuerySet[Occurrence]", now: datetime) -> "QuerySet[Appointment]":
    ids = [date.pk for date in dates]
    told = Appointment.objects.filter(occurrence__in=ids, occurrence__ends_at__gt=now).exclude(told="")
    found: QuerySet[Appointment] = told.select_related("member__account", "occurrence__event").order_by("pk")
    return found


def _say_at_once(found: Appointment, now: datetime) -> None:
    if _may_hear(found, now):
        with translation.override(found.member.language):
            _say(found, now)


@job()
def mail_appointments() -> None:
    """Everything that is due, each for itself: one that fails keeps no other waiting."""
    now = clock.now()
    for number in list(Appointment.objects.filter(due_at__lte=now).order_by("pk").values_list("pk", flat=True)):
        try:
            _mail(number, now)
        except Exception:
            log.warning("an appointment could not be mailed and is tried again", exc_info=True)
            Appointment.objects.filter(pk=number).update(due_at=now + AGAIN)


@transaction.atomic
def _mail(number: int, now: datetime) -> None:
    """The mail is written down in the transaction that remembers it."""
    skips = connection.features.has_select_for_update_skip_locked
    rows = Appointment.objects.select_for_update(skip_locked=skips, of=("self",) if skips else ())
    found = rows.select_related("member__account", "occurrence__event").filter(pk=number, due_at__lte=now).first()
    if found is None:  # another worker was quicker
        return
    found.due_at = None
    if _may_hear(found, now):
        with translation.override(found.member.language):
            _say(found, now)
    found.save()


def _say(found: Appointment, now: datetime) -> None:
    date, event = found.occurrence, found.occurrence.event
    coming = Rsvp.objects.filter(occurrence=date, member=found.member, answer="yes").exists()
    is_held = event.cancelled_at is None and date.cancelled_at is None
    told = _digest(date, event) if coming and is_held else ""
    if told == found.told:
        return
    before = found.sequence if found.uid else -1
    sequence = max(event.edition, before + 1)
    said = mailed(found, is_coming=bool(told), is_known=bool(found.told), sequence=sequence, now=now)
    if said is None:  # too many mails to one address today
        found.due_at = now + AGAIN
        return
    found.told, found.sequence, found.uid = told, said.sequence, said.uid


def _may_hear(found: Appointment, now: datetime) -> bool:
    """Only who is here, wishes it, and may see an event that is not over; nothing of somebody whom they have muted or
    who is on the other side of a block, as long as that one speaks for the event alone."""
    member, event = found.member, found.occurrence.event
    if not member.account.is_active or found.occurrence.is_over(now) or not wants_calendar_mail(member):
        return False
    is_muted = event.group_id is None and Mute.objects.filter(by=member, other=event.made_by_id).exists()
    return not is_muted and bool(Event.objects.visible_to(member, now).filter(pk=event.pk).exists())


def _digest(date: Occurrence, event: Event) -> str:
    """When and where: what a calendar has to know."""
    begins, ends = wall(date.starts_at, event.zone), wall(date.ends_at, event.zone)
    said = (date.starts_at, date.ends_at, begins, ends, event.zone, where_said(event), event.link)
    return sha256(repr(said).encode()).hexdigest()
