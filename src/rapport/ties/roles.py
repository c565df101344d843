"""Roles: what somebody is to the owner. Several at once, each with a beginning and perhaps an end."""

from datetime import date

from rapport.people.models import Person
from rapport.ties.models import Role

COMMON = ("friend", "peer", "client", "expert", "supporter")


def give(person: Person, name: str, *, on: date) -> Role:
    """They are this to the owner from `on`; a role that had ended begins again."""
    role, is_new = Role.objects.get_or_create(
        person=person, name=" ".join(name.casefold().split())[:60], defaults={"book": person.book, "began_on": on}
    )
    if not is_new and role.ended_on is not None:
        role.began_on, role.ended_on = on, None
    role.is_hand = True
    role.save()
    return role


def end(role: Role, *, on: date) -> None:
    """They no longer are; that they were stays known."""
    role.ended_on = on
    role.save(update_fields=["ended_on"])
