"""Contact days and the tie's counters, rebuilt from touches: the same touches give the same tie by whatever path."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import Max, Min

from rapport.kit.bulk import insert, update
from rapport.people.models import Book, Person
from rapport.ties.models import ContactDay, Tie, Touch
from rapport.ties.strength import lscore_of

CHUNK = 500


@transaction.atomic
def recount(book: Book, people: Iterable[int]) -> None:
    """Rebuild days and counters of these persons (ids of one book). Cost grows with their touches, not the book's."""
    wanted = sorted(set(people))
    for start in range(0, len(wanted), CHUNK):
        _recount(book, wanted[start : start + CHUNK])


def _recount(book: Book, people: Sequence[int]) -> None:
    people = list(Person.objects.filter(pk__in=people).values_list("pk", flat=True))  # erased ones have no tie
    days = list(_days(people))
    ContactDay.objects.filter(person__in=people).delete()
    insert(ContactDay, ("book_id", "person_id", "day", "was_out", "was_in"), [(book.pk, *row) for row in days])
    ends = _ends(people)
    began = _beginnings(people)
    counted = {who: list(rows) for who, rows in groupby(days, key=lambda row: row[0])}
    ties = [
        (book.pk, who, *_counters(counted.get(who, [])), ends.get(who), *began.get(who, (None, ""))) for who in people
    ]
    there = dict(Tie.objects.filter(person__in=people).values_list("person_id", "pk"))
    insert(Tie, (*COUNTERS, *HAND), [(*row, None, None, False, False) for row in ties if row[1] not in there])
    update(Tie, COUNTERS[2:], [(*row[2:], there[row[1]]) for row in ties if row[1] in there])


COUNTERS = (
    *("book_id", "person_id", "contact_days", "first_day", "last_day", "last_out", "last_in", "lscore", "unanswered"),
    *("last_touch", "began_day", "began_how"),
)
HAND = ("cadence", "layer_pin", "matters", "is_hand")


def _days(people: Sequence[int]) -> Iterator[tuple[int, int, bool, bool]]:
    """(person, day, out, in) per contact day, in order."""
    touches = (
        Touch.objects.filter(person__in=people, counts=True, day__isnull=False)
        .values_list("person_id", "day", "direction")
        .order_by("person_id", "day")
        .distinct()
    )
    for (who, day), rows in groupby(touches, key=lambda row: row[:2]):
        ways = {row[2] for row in rows}
        yield who, day, bool(ways & {"out", "both"}), bool(ways & {"in", "both"})


def _ends(people: Sequence[int]) -> dict[int, int]:
    """The last day of any touch, counting or not: from it the owner's own cadence runs."""
    touched = Touch.objects.filter(person__in=people).exclude(interaction__kind="connection")
    return dict(touched.values_list("person_id").annotate(Max("day")))


def _beginnings(people: Sequence[int]) -> dict[int, tuple[int, str]]:
    """When and where a connection was made first."""
    made = Touch.objects.filter(person__in=people, interaction__kind="connection", day__isnull=False)
    rows = made.values_list("person_id", "interaction__channel").annotate(day=Min("day")).order_by("-day")
    return {who: (day, channel) for who, channel, day in rows}


def _counters(days: Sequence[tuple[int, int, bool, bool]]) -> tuple[Any, ...]:
    """contact_days, first_day, last_day, last_out, last_in, lscore, unanswered."""
    if not days:
        return 0, None, None, None, None, None, 0
    ordinals = [day for _, day, _, _ in days]
    out = [day for _, day, is_out, _ in days if is_out]
    last_in = next((day for _, day, _, is_in in reversed(days) if is_in), None)
    tries = sum(1 for day in out if last_in is None or day > last_in)
    last_out = out[-1] if out else None
    return len(days), ordinals[0], ordinals[-1], last_out, last_in, lscore_of(ordinals), tries
