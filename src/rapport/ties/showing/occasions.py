"""Occasions at which somebody was seen, as entries of the time line."""

from datetime import date
from typing import Any

from rapport.people.models import Occasion, Person, Presence
from rapport.ties.happenings import icon
from rapport.ties.strand import Entry


def days(person: Person, before: int, most: int) -> list[int]:
    """The latest days of an occasion they did not decline."""
    if before <= 1:
        return []
    rows = _seen(person).filter(occasion__begins_on__lte=date.fromordinal(before - 1))
    found = rows.order_by("-occasion__begins_on").values_list("occasion__begins_on", flat=True)
    return [day.toordinal() for day in found.distinct()[:most]]


def entries(person: Person, first: int, last: int) -> list[Entry]:
    span = (date.fromordinal(first), date.fromordinal(last))
    seen = _seen(person).filter(occasion__begins_on__range=span).select_related("occasion")
    return [
        Entry(
            day=one.occasion.begins_on.toordinal(),
            kind="occasion",
            says=one.occasion.title,
            icon=icon("occasion"),
            at=one.occasion.begins_at.isoformat() if one.occasion.begins_at else "",
            href=one.occasion.path,
            channel=one.occasion.place,
            about=_about(one.occasion),
        )
        for one in seen
    ]


def _about(occasion: Occasion) -> frozenset[str]:
    began = occasion.begins_at.isoformat() if occasion.begins_at else ""
    words = (f"occasion:{occasion.number}", occasion.title.casefold(), began)
    return frozenset(word for word in words if word)


def _seen(person: Person) -> Any:
    there = Presence.objects.shown().filter(person=person, occasion__begins_on__isnull=False)
    return there.filter(occasion__is_cancelled=False).exclude(answer="declined")
