"""A meeting coming: somebody the owner sees in the next days."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import Query
from rapport.kit.wording import ago
from rapport.people.calendar import invited_around, invited_query
from rapport.people.calling import called
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

AHEAD = timedelta(days=2)
FEW = 6  # guests: of larger rooms "tonight" tells
MOST = 10


def asks(desk: Desk) -> tuple[Query]:
    return (invited_query(desk.book, desk.today),)


def find(desk: Desk) -> Iterator[Candidate]:
    """Who comes to what the owner did not decline, the nearest first."""
    rooms: dict[int, list[Any]] = {}
    for one in invited_around(desk.book, desk.today):
        if desk.today <= one.begins_on <= desk.today + AHEAD and one.own_answer != "declined":
            rooms.setdefault(one.occasion_id, []).append(one)
    for guests in [guests for guests in rooms.values() if len(guests) <= FEW][:MOST]:
        yield _candidate(desk, guests[0])


def _candidate(desk: Desk, guest: Any) -> Candidate:
    return desk.about(
        guest.person_id,
        "meeting_ahead",
        slot=Slot.TOGETHER,
        worth=0.45,
        minutes=3,
        subject=guest.occasion_number,
        kept=guest,
    )


def tell(desk: Desk, chosen: Candidate) -> Telling:
    held = desk.kept[chosen.key]
    person = desk.person(chosen.people[0])
    when = ago(held.begins_on, desk.today)
    place = f", {held.held_at}" if held.held_at else ""
    return Telling(
        act=_("Get ready for %(name)s") % {"name": person.name},
        reason=_("You meet %(when)s: %(what)s%(place)s.") % {"when": when, "what": held.title, "place": place},
        opener=_("Looking forward to %(when)s, %(name)s. Is there anything I should bring?")
        % {"when": when, "name": called(person.name)},
        subject=held.title,
        why=((_("In your calendar"), held.begins_on.isoformat()),),
        icon="meet",
    )


MEETING = Suggestion("meeting_ahead", gettext_lazy("A meeting coming"), find, tell, rank=12, asks=asks)
