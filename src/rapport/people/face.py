"""Whose face is known, and where it is shown."""

from collections.abc import Collection
from typing import Any

from rapport.kit.prepared import Query, prepared
from rapport.people.models import Person, Photo
from rapport.people.showing.held import held


def face_path(person: Person) -> str:
    """The address of the photo, or nothing."""
    return f"{person.path}photo/" if held(person, Photo) else ""


def faces(people: Collection[Person]) -> dict[int, str]:
    """Addresses of the photos of these persons of one book, by id, in one query."""
    shown = {who for (who,) in faces_query({person.pk for person in people}).rows()}
    return {person.pk: f"{person.path}photo/" for person in people if person.pk in shown}


def faces_query(people: Collection[int]) -> Query:
    """The same by the ids."""
    return _known.of(people=sorted(people))


@prepared(several=("people",))
def _known(people: list[int]) -> Any:
    return Photo.objects.shown().filter(person__in=people).values_list("person_id")
