"""Answering: yes, maybe or no, for one date, with guests. One who answers holds the row of the date; the next waits."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.events.models import HOLDING, Event, Occurrence, Rsvp
from rapport.events.referents import about
from rapport.events.sequel import changed
from rapport.events.waiting import lapse_of, move_up
from rapport.journal.write import answered, record, take_back
from rapport.members.models import Member

Says = Literal["yes", "maybe", "no"]
MOST_GUESTS = 10


@dataclass(frozen=True, slots=True)
class Wishes:
    """What others may read beside the name: whether at all, and, only if one says so, new, alone, glad to be found."""

    is_shown: bool = True
    is_new: bool = False
    is_alone: bool = False
    is_glad: bool = False


@transaction.atomic
def answer(
    *, occurrence: Occurrence, member: Member, says: Says, guests: int = 0, wishes: Wishes | None = None, now: datetime
) -> Rsvp:
    """The answer as it stands now: who says yes to a full event waits in line. ValueError, with a sentence for the
    page, when there is nothing to answer or no room for the guests; LookupError for who may not see the event."""
    date = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    event = Event.objects.visible_to(member).filter(pk=date.event_id).first()
    if event is None:
        raise LookupError("Not for this member.")
    _check(event, date, guests, now)
    lapse_of(date, event, now)
    given = Rsvp.objects.filter(occurrence=date, member=member).first() or Rsvp(occurrence=date, member=member)
    held = given.party if given.answer in HOLDING else 0
    if given.answer == "offered":
        answered(by=member, verb="event.offer", subject=about(event, date))
    given.guests = guests if says == "yes" else 0
    _settle(given, says, held, date, event)
    given.answered_at, given.offered_until = now, None
    chosen = wishes or Wishes()
    given.is_shown, given.is_new, given.is_alone, given.is_glad = (
        chosen.is_shown,
        chosen.is_new,
        chosen.is_alone,
        chosen.is_glad,
    )
    given.save()
    _keep(date, given, held)
    _write_down(given, event, date, now)
    move_up(date, event, now)
    changed([date], now, member)
    return given


@transaction.atomic
def leave(*, occurrence: Occurrence, member: Member, now: datetime) -> None:
    """As if they had never answered: their places are free for the next."""
    date = Occurrence.objects.select_for_update().select_related("event").get(pk=occurrence.pk)
    given = Rsvp.objects.filter(occurrence=date, member=member).first()
    if given is None:
        return
    date.taken -= given.party if given.answer in HOLDING else 0
    date.save(update_fields=["taken"])
    take_back(actor=member, verb="event.answer", subject=about(date.event, date))
    given.delete()
    move_up(date, date.event, now)
    changed([date], now, member)


@transaction.atomic
def free_places(*, member: Member, now: datetime) -> None:
    """A member comes to nothing for the time being: what they hold at dates to come, a place in line too, goes to the
    next. They get none of it back by themselves."""
    held = Rsvp.objects.filter(member=member, answer__in=(*HOLDING, "waiting"), occurrence__starts_at__gt=now)
    for given in held.select_related("occurrence").order_by("occurrence"):
        leave(occurrence=given.occurrence, member=member, now=now)


def _check(event: Event, date: Occurrence, guests: int, now: datetime) -> None:
    if event.cancelled_at or date.cancelled_at:
        raise ValueError(_("It is cancelled. There is nothing to answer any more."))
    if date.is_over(now):
        raise ValueError(_("It is over. There is nothing to answer any more."))
    if not 0 <= guests <= MOST_GUESTS:
        raise ValueError(_("Bring at most %(most)s guests.") % {"most": MOST_GUESTS})
    if event.capacity is not None and guests + 1 > event.capacity:
        raise ValueError(_("There are only %(n)s places in all.") % {"n": event.capacity})


def _settle(given: Rsvp, says: Says, held: int, date: Occurrence, event: Event) -> None:
    """What the answer becomes: a place, or one in line."""
    free = None if event.capacity is None else max(event.capacity - date.taken, 0) + held
    if says != "yes":
        given.answer, given.place_in_line = says, None
    elif free is None or given.party <= free or (held and given.party <= held):
        given.answer, given.place_in_line = "yes", None
    elif held:
        raise ValueError(_("There is no room for that many guests. What you had is kept."))
    elif given.answer != "waiting":
        date.line += 1
        given.answer, given.place_in_line = "waiting", date.line


def _keep(date: Occurrence, given: Rsvp, held: int) -> None:
    date.taken += (given.party if given.answer in HOLDING else 0) - held
    date.save(update_fields=["taken", "line"])


def _write_down(given: Rsvp, event: Event, date: Occurrence, now: datetime) -> None:
    """Who comes is a deed, unless they wish that nobody hears of it."""
    take_back(actor=given.member, verb="event.answer", subject=about(event, date))
    if given.answer == "yes" and given.is_shown:
        record(actor=given.member, verb="event.answer", subject=about(event, date), done_at=now)
