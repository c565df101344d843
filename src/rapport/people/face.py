"""Whose face is known, and where it is shown."""

from collections.abc import Collection

from rapport.people.models import Person, Photo
from rapport.people.showing.held import held


def face_path(person: Person) -> str:
    """The address of the photo, or nothing."""
    return f"{person.path}photo/" if held(person, Photo) else ""


def faces(people: Collection[Person]) -> dict[int, str]:
    """Addresses of the photos of these persons of one book, by id, in one query."""
    known = Photo.objects.shown().filter(person__in=[person.pk for person in people])
    shown = set(known.values_list("person_id", flat=True))
    return {person.pk: f"{person.path}photo/" for person in people if person.pk in shown}
