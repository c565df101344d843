"""Somebody noted as there who never said that they come. They are asked; until they say so, nobody but those at the
door reads it, and they have met nobody. Whoever said no is not noted by others."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.events.meeting import record_late
from rapport.events.models import Attendance, Event, Occurrence, Rsvp, Speaker
from rapport.events.referents import about
from rapport.groups.guests import is_guest
from rapport.journal.write import answered, record
from rapport.members.models import Member

MOST_ASKED = 30  # at one date, while they have not answered
ASKED_FOR = timedelta(days=14)  # then the note goes by itself


def said_so(date: Occurrence, member: Member, now: datetime) -> bool:
    """Whether they said that they come, or would like to: an answer, a visit as a guest, a talk they agreed to give."""
    answers = Rsvp.objects.filter(occurrence=date, member=member).exclude(answer="no")
    speaks = Speaker.objects.filter(event=date.event, member=member, agreed_at__isnull=False)
    if answers.exists() or speaks.exists():
        return True
    group = date.event.group
    return group is not None and is_guest(member, group, now=now, occasion=about(date.event))


def ask_whether_there(date: Occurrence, member: Member, by: Member, now: datetime) -> Attendance:
    """Note them and ask them. ValueError, with a sentence, for who said no, who cannot see the event, and when too many
    have not answered. Inside a transaction that holds the date's row."""
    if Rsvp.objects.filter(occurrence=date, member=member, answer="no").exists():
        raise ValueError(_("They do not want to be noted here by others. They can say themselves that they are here."))
    if not Event.objects.visible_to(member, now).filter(pk=date.event_id).exists():
        raise ValueError(_("This event is not for them to see. Write their name without the @."))
    if Attendance.objects.filter(occurrence=date, is_asked=True).count() >= MOST_ASKED:
        raise ValueError(_("Many were asked and have not answered yet. Write the name without the @."))
    noted: Attendance = Attendance.objects.create(
        occurrence=date, member=member, noted_by=by, noted_at=now, is_asked=True, is_shown=False
    )
    record(actor=by, verb="event.noted", subject=about(date.event, date), towards=[member], done_at=now)
    return noted


def confirm(noted: Attendance) -> None:
    """They say that they were there. Inside a transaction."""
    noted.is_asked, noted.is_shown = False, True
    noted.save(update_fields=["is_asked", "is_shown"])
    hush(noted)
    if noted.occurrence.checked_at is not None:
        record_late(noted.occurrence, noted)


@transaction.atomic
def take_off(*, occurrence: Occurrence, member: Member, now: datetime) -> None:
    """They were not there, or do not want it noted; it is as if they had answered no, so that nobody notes it again.
    What they said themselves or agreed to stays once the list is closed: others wrote down by then whom they met."""
    date = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    noted = Attendance.objects.filter(occurrence=date, member=member).first()
    if noted is None or not (noted.is_asked or date.checked_at is None):
        return
    if noted.is_asked:
        Rsvp.objects.get_or_create(occurrence=date, member=member, defaults={"answer": "no", "answered_at": now})
    hush(noted)
    noted.delete()


def hush(noted: Attendance) -> None:
    """The notice asks for no answer any more."""
    if noted.member is not None:
        answered(by=noted.member, verb="event.noted", subject=about(noted.occurrence.event, noted.occurrence))


def forget_unanswered(now: datetime) -> None:
    """Who never says so was not there."""
    for noted in Attendance.objects.filter(is_asked=True, noted_at__lte=now - ASKED_FOR)[:200]:
        hush(noted)
        noted.delete()
