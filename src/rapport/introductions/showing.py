"""What the page of a person shows: whom they know, and to whom one could introduce them."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from rapport.introductions.ideas import ideas
from rapport.introductions.models import Acquaintance, Introduction
from rapport.kit import clock
from rapport.kit.prepared import Prepared
from rapport.people.models import Person

FEW = 3
CLOSED = ("declined", "dropped")


def place_to_introduce(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """The ideas weigh everybody's interests: they come by themselves once the page is there, or by a link. Nothing
    about those who have died."""
    return None if person.is_deceased or person.trashed_at else {"person": person}


def could_introduce(person: Person) -> dict[str, Any] | None:
    """Ideas, and introductions begun; None when there are neither, and of those who have died."""
    if person.is_deceased or person.trashed_at:
        return None
    today = clock.today(person.book.owner.zone)
    found = ideas(person.book, day=today.toordinal(), limit=FEW, about=person.pk)
    others = {idea: idea.second if idea.first == person.pk else idea.first for idea in found}
    people = Person.objects.in_bulk(others.values())
    begun = Introduction.objects.filter(Q(first=person) | Q(second=person)).exclude(state__in=CLOSED)
    rows = [(people[other], idea.topics[0]) for idea, other in others.items()]
    kept = [
        (one, one.second if one.first_id == person.pk else one.first) for one in begun.select_related("first", "second")
    ]
    return {"person": person, "ideas": rows, "begun": kept} if rows or kept else None


def knows(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Whom they know, as the owner believes."""
    pairs = _KNOWN.rows(person=person.pk)
    known = [(one.second if one.first_id == person.pk else one.first, one.note) for one in pairs]
    here = [(other, note) for other, note in known if other.trashed_at is None]
    return {"person": person, "rows": sorted(here, key=lambda row: (row[0].folded, row[0].number))}


def _known(person: int) -> Any:
    shown = [f"{side}__{name}" for side in ("first", "second") for name in ("name", "number", "folded", "trashed_at")]
    pairs = Acquaintance.objects.filter(Q(first=person) | Q(second=person)).select_related("first", "second")
    return pairs.only("note", *shown)


_KNOWN = Prepared(_known, numbers=("person",))
