"""Saying that two of one's people know each other, and taking it back."""

from datetime import datetime

from rapport.introductions.models import Acquaintance
from rapport.people.models import Person


def acquaint(first: Person, second: Person, *, now: datetime, note: str = "") -> Acquaintance:
    """The owner believes that the two know each other. Said again it changes only the note, if there is one."""
    if first.pk == second.pk or first.book_id != second.book_id:
        raise ValueError("Choose two different people.")
    one, other = sorted((first, second), key=lambda person: person.number)
    made, is_new = Acquaintance.objects.get_or_create(
        first=one, second=other, defaults={"book": one.book, "note": note[:300], "said_at": now}
    )
    if note and not is_new:
        made.note = note[:300]
        made.save(update_fields=["note"])
    return made


def part(first: Person, second: Person) -> None:
    """They do not know each other after all."""
    one, other = sorted((first, second), key=lambda person: person.number)
    Acquaintance.objects.filter(first=one, second=other).delete()
