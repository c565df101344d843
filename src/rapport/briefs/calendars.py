"""What of the owner's private calendar is the same gathering as one on the hub."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from rapport.events.hours import wall
from rapport.events.models import Event, Occurrence
from rapport.kit.prepared import prepared
from rapport.people import keys
from rapport.people.calendar import occasions_around
from rapport.people.models import Book, Occasion, Person, Presence

_NEAR = timedelta(minutes=15)


def is_same(occasion: Occasion, date: Occurrence, event: Event) -> bool:
    """On one day, and of one name or beginning at one time."""
    if occasion.begins_on not in (wall(date.starts_at, event.zone).date(), date.starts_at.date()):
        return False
    if keys.folded(occasion.title) == keys.folded(event.title):
        return True
    return occasion.begins_at is not None and abs(occasion.begins_at - date.starts_at) <= _NEAR


def occasions_of(book: Book, date: Occurrence, event: Event) -> list[Occasion]:
    """Those of the book that are this date."""
    near = occasions_around(book, date.starts_at.date())
    return [occasion for occasion in near if is_same(occasion, date, event)]


def expected(occasions: Sequence[Occasion]) -> list[Person]:
    """Whom the calendar says are invited and did not decline."""
    rows = _expected.rows(occasions=[occasion.pk for occasion in occasions])
    return list({row.person_id: row.person for row in rows}.values())


@prepared(several=("occasions",))
def _expected(occasions: list[int]) -> Any:
    rows = Presence.objects.shown().filter(occasion__in=occasions).exclude(answer="declined")
    here = rows.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    return here.select_related("person").order_by("person__folded", "pk")
