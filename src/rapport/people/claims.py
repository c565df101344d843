"""Writing one fact by hand, and choosing which of several stands. Archives bring theirs in bulk (archives/bring.py)."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from rapport.people.models import Claim, Person

C = TypeVar("C", bound=Claim)


@transaction.atomic
def say(model: type[C], *, person: Person, key: str, now: datetime, **values: Any) -> C:
    """The owner says this of `person`: what an archive told becomes the owner's own, what was struck stands again.

    `key` is the normal form of the value (see `people/keys.py`). Returns the row.
    """
    known = model.objects.filter(person=person, key=key[:400]).first()
    claim: C = known or model(book=person.book, person=person, key=key[:400], source="hand")
    for name, value in values.items():
        setattr(claim, name, value)
    claim.is_hand, claim.struck_at = True, None
    claim.save()
    return claim


def strike(claim: Claim, *, now: datetime) -> None:
    """The owner takes a fact away. One that an archive told stays as struck, lest the next archive bring it back."""
    if claim.batch_id is None:
        claim.delete()
        return
    claim.struck_at = now
    claim.save(update_fields=["struck_at"])


def standing(claims: list[C]) -> list[C]:
    """In the order in which facts stand: hand before import, newer before older."""
    return sorted(claims, key=lambda claim: (not claim.is_hand, -(claim.batch_id or 0), -claim.pk))
