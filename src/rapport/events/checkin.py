"""Who was there, kept apart from who said they would be. Who did not come has no row anywhere."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.events.meeting import record_late, record_meetings
from rapport.events.models import Attendance, Occurrence, Rsvp
from rapport.events.noted import ask_whether_there, confirm, forget_unanswered, hush, said_so
from rapport.kit import clock
from rapport.kit.jobs import job
from rapport.members.models import Member

OPENS = timedelta(hours=3)  # before the beginning
CLOSES = timedelta(hours=24)  # after the end, by itself
MOST_PRESENT = 5000


def is_open(date: Occurrence, now: datetime) -> bool:
    """Whether the list at the door is open: shortly before, during, and until it is closed."""
    return date.checked_at is None and date.cancelled_at is None and now >= date.starts_at - OPENS


@transaction.atomic
def check_in(*, occurrence: Occurrence, member: Member, by: Member, now: datetime) -> Attendance:
    """This member is here; twice is once. Who hid that they come stays hidden, and who never said that they come is
    asked. ValueError, with a sentence, when the list is closed or they cannot be noted."""
    date = _open(occurrence, now)
    there = Attendance.objects.filter(occurrence=date, member=member).first()
    if there is None and by.pk != member.pk and not said_so(date, member, now):
        return ask_whether_there(date, member, by, now)
    hidden = Rsvp.objects.filter(occurrence=date, member=member, is_shown=False).exists()
    return Attendance.objects.get_or_create(
        occurrence=date, member=member, defaults={"noted_by": by, "noted_at": now, "is_shown": not hidden}
    )[0]


@transaction.atomic
def walk_in(*, occurrence: Occurrence, name: str, by: Member, now: datetime) -> Attendance:
    """Somebody who is no member here; only the organisers read the name. ValueError without one."""
    date = _open(occurrence, now)
    if not name:
        raise ValueError(_("Write a name."))
    return Attendance.objects.get_or_create(
        occurrence=date, member=None, name=name[:200], defaults={"noted_by": by, "noted_at": now}
    )[0]


@transaction.atomic
def take_out(*, occurrence: Occurrence, attendance: Attendance, now: datetime) -> None:
    """Checked in by mistake."""
    _open(occurrence, now)
    hush(attendance)
    attendance.delete()


@transaction.atomic
def close(*, occurrence: Occurrence, now: datetime) -> None:
    """The list is closed: what it says is what happened, and those who were there have met. Twice is once. ValueError
    before it begins: nobody has met anybody yet."""
    date = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    if not date.has_begun(now):
        raise ValueError(_("It has not begun yet."))
    if date.checked_at is None:
        date.checked_at = now
        date.save(update_fields=["checked_at"])
        record_meetings(date)


@transaction.atomic
def say_there(*, occurrence: Occurrence, member: Member, now: datetime) -> Attendance:
    """The member says so themselves, where the event allows it, within a fortnight, or because they are asked.
    ValueError, with a sentence."""
    date = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    asked = Attendance.objects.filter(occurrence=date, member=member, is_asked=True).first()
    if asked is not None:
        confirm(asked)
        return asked
    if not may_say_there(date, now):
        raise ValueError(_("Only the organisers can note who was there."))
    hidden = Rsvp.objects.filter(occurrence=date, member=member, is_shown=False).exists()
    there, is_new = Attendance.objects.get_or_create(
        occurrence=date, member=member, defaults={"noted_by": member, "noted_at": now, "is_shown": not hidden}
    )
    if is_new and date.checked_at is not None:
        record_late(date, there)
    return there


def may_say_there(date: Occurrence, now: datetime) -> bool:
    is_held = date.cancelled_at is None and date.event.cancelled_at is None
    return is_held and date.event.may_say_there and date.starts_at <= now <= date.ends_at + timedelta(days=14)


@job()
def close_by_itself() -> None:
    """The day after, lists that somebody used and nobody closed are closed; and notes that nobody agreed to go."""
    now = clock.now()
    forget_unanswered(now)
    waiting = Occurrence.objects.held().filter(checked_at=None, ends_at__lte=now - CLOSES, present__isnull=False)
    for date in waiting.distinct().order_by("starts_at")[:200]:
        close(occurrence=date, now=now)


def _open(occurrence: Occurrence, now: datetime) -> Occurrence:
    date: Occurrence = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    if not is_open(date, now):
        raise ValueError(_("The list is closed."))
    if Attendance.objects.filter(occurrence=date).count() >= MOST_PRESENT:
        raise ValueError(_("The list is full."))
    return date
