"""Where the owner may have met somebody: what was in the owner's calendar when they connected."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from rapport.people.models import Identity, Met, Occasion, Person, Presence
from rapport.people.platforms import platform_label
from rapport.people.showing.held import held

AFTER = timedelta(days=2)  # one connects on the evening itself, or within these days
COMPANY = 3  # guests that make a gathering of what else were an appointment
NOT_THERE = ("declined", "tentative")


@dataclass(frozen=True, slots=True)
class Around:
    """Connected on `platform` on the day `on`, at or shortly after `occasion`."""

    platform: str
    on: date
    occasion: Occasion


def around(person: Person) -> Around | None:
    """The last gathering before they connected, unless it is written down how they met.

    A gathering is what has a page of its own or several guests, none of it called off, refused or left open.
    """
    connected = min(
        ((way.since, way.platform) for way in held(person, Identity) if way.since_precision == "day"), default=None
    )
    if connected is None or held(person, Met):
        return None
    on = date.fromisoformat(connected[0])
    kept = Occasion.objects.filter(book=person.book_id, begins_on__gte=on - AFTER, begins_on__lte=on)
    guests = Presence.objects.shown().filter(occasion=OuterRef("pk")).values("occasion").annotate(number=Count("pk"))
    kept = kept.filter(is_cancelled=False).exclude(own_answer__in=NOT_THERE)
    kept = kept.filter(~Q(url="") | Exists(guests.filter(number__gte=COMPANY)))
    found = kept.order_by("-begins_on", "number").first()
    return Around(platform_label(connected[1]), on, found) if found else None
