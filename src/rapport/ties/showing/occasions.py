"""Occasions at which somebody was seen, as entries of the time line."""

from typing import Any

from rapport.people.models import Occasion, Person, Presence
from rapport.people.showing.held import held
from rapport.ties.happenings import icon
from rapport.ties.strand import Entry


def days(person: Person, before: int, most: int) -> list[int]:
    """The latest days of an occasion they did not decline."""
    found = {one.occasion.begins_on.toordinal() for one in _seen(person)}
    return sorted((day for day in found if day < before), reverse=True)[:most]


def entries(person: Person, first: int, last: int) -> list[Entry]:
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
        for one in _seen(person)
        if first <= one.occasion.begins_on.toordinal() <= last
    ]


def _about(occasion: Occasion) -> frozenset[str]:
    began = occasion.begins_at.isoformat() if occasion.begins_at else ""
    words = (f"occasion:{occasion.number}", occasion.title.casefold(), began)
    return frozenset(word for word in words if word)


def _seen(person: Person) -> list[Any]:
    here = [one for one in held(person, Presence) if one.occasion.begins_on and not one.occasion.is_cancelled]
    return [one for one in here if one.answer != "declined"]
