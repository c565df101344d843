"""Somebody has died."""

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.people.models import Person


@transaction.atomic
def has_died(*, person: Person, on: str) -> None:
    """Nothing is suggested about them any more; what is known stays. `on` is ISO cut at its precision, or empty."""
    person.is_deceased, person.died_on = True, on[:10]
    person.save(update_fields=["is_deceased", "died_on"])
    settle(person.book, [person.pk])


@transaction.atomic
def lives(*, person: Person) -> None:
    """It was said by mistake."""
    person.is_deceased, person.died_on = False, ""
    person.save(update_fields=["is_deceased", "died_on"])
    settle(person.book, [person.pk])
