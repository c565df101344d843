"""Roles: what somebody is to the owner. Several at once, each with a beginning and perhaps an end."""

from datetime import date

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.people.models import Book, Person
from rapport.ties.cadence import checked
from rapport.ties.models import Role, RoleCadence

COMMON = ("friend", "peer", "client", "expert", "supporter")


@transaction.atomic
def give(person: Person, name: str, *, on: date) -> Role:
    """They are this to the owner from `on`; a role that had ended begins again. No word is a ValueError."""
    word = " ".join(name.casefold().split())[:60].strip()
    if not word:
        raise ValueError("A role needs a word.")
    role, is_new = Role.objects.get_or_create(person=person, name=word, defaults={"book": person.book, "began_on": on})
    if not is_new and role.ended_on is not None:
        role.began_on, role.ended_on = on, None
    role.is_hand = True
    role.save()
    settle(person.book, [person.pk])
    return role


@transaction.atomic
def end(role: Role, *, on: date) -> None:
    """They no longer are; that they were stays known."""
    role.ended_on = on
    role.save(update_fields=["ended_on"])
    settle(role.book, [role.person_id])


@transaction.atomic
def forget(role: Role) -> None:
    """They never were: it was written down by mistake."""
    book, person = role.book, role.person_id
    role.delete()
    settle(book, [person])


def set_role_cadence(book: Book, name: str, days: int | None, most: int | None = None) -> None:
    """The owner's wish for all of this role without one of their own, or None for no wish. ValueError as in
    `checked`."""
    if days is None:
        RoleCadence.objects.filter(book=book, role=name).delete()
        return
    days, most = checked(days, most)
    RoleCadence.objects.update_or_create(book=book, role=name, defaults={"cadence": days, "cadence_most": most})
