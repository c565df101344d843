"""A meeting coming: somebody the owner sees in the next days."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.wording import ago
from rapport.people.calling import called
from rapport.people.models import Presence
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

AHEAD = timedelta(days=2)
FEW = 6  # guests: of larger rooms "tonight" tells
MOST = 10


def find(desk: Desk) -> Iterator[Candidate]:
    rooms: dict[int, list[Presence]] = {}
    for presence in _coming(desk):
        rooms.setdefault(presence.occasion_id, []).append(presence)
    for guests in [guests for guests in rooms.values() if len(guests) <= FEW][:MOST]:
        if guests[0].person_id in desk.place:
            yield _candidate(desk, guests[0])


def _coming(desk: Desk) -> Iterable[Presence]:
    """Who comes to what the owner did not decline, the nearest first."""
    days = (desk.today, desk.today + AHEAD)
    rows = Presence.objects.shown().filter(
        book=desk.book, occasion__begins_on__range=days, occasion__is_cancelled=False
    )
    rows = rows.exclude(answer="declined").exclude(occasion__own_answer="declined")
    found: Iterable[Presence] = rows.select_related("occasion").order_by("occasion__begins_on", "pk")
    return found


def _candidate(desk: Desk, presence: Presence) -> Candidate:
    return desk.about(
        presence.person_id,
        "meeting_ahead",
        slot=Slot.TOGETHER,
        worth=0.45,
        minutes=3,
        subject=presence.occasion.number,
        kept=presence.occasion,
    )


def tell(desk: Desk, chosen: Candidate) -> Telling:
    occasion = desk.kept[chosen.key]
    person = desk.person(chosen.people[0])
    when = ago(occasion.begins_on, desk.today)
    place = f", {occasion.place}" if occasion.place else ""
    return Telling(
        act=_("Get ready for %(name)s") % {"name": person.name},
        reason=_("You meet %(when)s: %(what)s%(place)s.") % {"when": when, "what": occasion.title, "place": place},
        opener=_("Looking forward to %(when)s, %(name)s. Is there anything I should bring?")
        % {"when": when, "name": called(person.name)},
        subject=occasion.title,
        why=((_("In your calendar"), occasion.begins_on.isoformat()),),
        icon="meet",
    )


MEETING = Suggestion("meeting_ahead", gettext_lazy("A meeting coming"), find, tell, rank=12)
