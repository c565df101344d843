"""Who told what is known: the archives that hold this person, and what the owner wrote."""

from collections import Counter
from typing import Any

from django.http import HttpRequest

from rapport.facts.showing.shown import edit_path, told_by
from rapport.people.holdings import CLAIMS
from rapport.people.models import Merge, Name, Person, Photo, Record
from rapport.people.platforms import source_label
from rapport.people.showing.held import held

_MODELS: list[Any] = [holding.model for holding in CLAIMS if holding.model is not Record]


def knowing(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Facts per source, and the entries of archives that are this person."""
    facts = Counter(claim.source for model in _MODELS for claim in held(person, model))
    entries = [(source_label(entry.source), told_by(entry)) for entry in held(person, Record)]
    told = [(source_label(source), count) for source, count in facts.most_common()]
    return {"person": person, "told": told, "entries": entries}


def acts(request: HttpRequest, person: Person) -> dict[str, Any]:
    """What can be done with the whole person."""
    names = [name for name in held(person, Name) if name.text == person.name]
    name_edit = edit_path(person, "names", names[0]) if names else ""
    has_photo, joined = bool(held(person, Photo)), len(held(person, Merge))
    return {"person": person, "name_edit": name_edit, "has_photo": has_photo, "joined": joined}
