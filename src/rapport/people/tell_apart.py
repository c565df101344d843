"""The owner says that these are not one person; nobody asks again."""

from collections.abc import Iterable
from datetime import datetime

from rapport.people.models import Distinct, Person


def tell_apart(person: Person, others: Iterable[Person], *, now: datetime) -> None:
    """Remember that `person` is none of `others`."""
    pairs = [sorted((person, other), key=lambda one: one.pk) for other in others if other.pk != person.pk]
    Distinct.objects.bulk_create(
        (Distinct(book=person.book, first=first, second=second, said_at=now) for first, second in pairs),
        ignore_conflicts=True,
    )
