"""Offered: a place at a gathering or a seat of a group came free, and is kept for the owner for a time."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.events.models import Event, Rsvp
from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import day, moment
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import hub_act
from rapport.rounds.suggestion import Suggestion, Telling
from rapport.seats.applying import OFFER_LASTS
from rapport.seats.models import Application

MOST = 2


def asks(desk: Desk) -> tuple[Query, Query]:
    return _places.of(member=desk.member.pk), _seats.of(member=desk.member.pk)


def find(desk: Desk) -> Iterator[Candidate]:
    """Others wait behind the owner: it comes before what may wait."""
    places, seats = asks(desk)
    kept = places.rows()
    events = [one.occurrence.event_id for one in kept]
    seen = set(Event.objects.visible_to(desk.member).filter(pk__in=events).values_list("pk", flat=True)) if kept else ()
    for among, rows in enumerate(([one for one in kept if one.occurrence.event_id in seen], seats.rows())):
        for row in rows:
            yield hub_act(desk, "offered", row.pk, row, worth=0.9, minutes=1, slot=Slot.OWED, among=among)


@prepared(numbers=("member",))
def _places(member: int) -> Any:
    rows = Rsvp.objects.filter(member=member, answer="offered", occurrence__event__cancelled_at=None)
    rows = rows.filter(occurrence__cancelled_at=None).select_related("occurrence__event")
    return rows.order_by("offered_until", "pk")[:MOST]


@prepared(numbers=("member",))
def _seats(member: int) -> Any:
    rows = Application.objects.filter(member=member, state="offered", group__closed_at=None)
    return rows.select_related("group", "profession").order_by("offered_at", "pk")[:MOST]


def tell(desk: Desk, chosen: Candidate) -> Telling:
    row = desk.kept[chosen.key]
    if isinstance(row, Rsvp):
        date = row.occurrence
        words = {"title": date.event.title, "until": moment(row.offered_until)}
        return Telling(
            act=_("A place is free for you: %(title)s") % words,
            reason=_("It is kept for you until %(until)s, then it goes to the next.") % words,
            href=f"{date.event.path}?on={date.day.isoformat()}" if date.event.rule else date.event.path,
            icon="events",
        )
    words = {"profession": row.profession.name, "group": row.group.name, "until": day(row.offered_at + OFFER_LASTS)}
    return Telling(
        act=_("A seat is free for you: %(profession)s, %(group)s") % words,
        reason=_("You are first in line. It is kept for you until %(until)s.") % words,
        href=f"{row.group.path}seats/",
        icon="seat",
    )


OFFERED = Suggestion("offered", gettext_lazy("Kept for you"), find, tell, rank=4, answers=(), people=0, asks=asks)
