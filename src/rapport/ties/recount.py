"""Contact days and the tie's counters, rebuilt from touches: the same touches give the same tie by whatever path."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import Max, Min

from rapport.people.models import Book
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
    days = list(_days(people))
    ContactDay.objects.filter(person__in=people).delete()
    ContactDay.objects.bulk_create(
        (ContactDay(book=book, person_id=who, day=day, was_out=out, was_in=came) for who, day, out, came in days),
        batch_size=2000,
    )
    ends = _ends(people)
    began = _beginnings(people)
    counted = {who: list(rows) for who, rows in groupby(days, key=lambda row: row[0])}
    ties = [_tie(book, who, counted.get(who, []), ends.get(who), began.get(who)) for who in people]
    Tie.objects.bulk_create(ties, update_conflicts=True, unique_fields=["person"], update_fields=COUNTERS)


COUNTERS = (
    "contact_days",
    "first_day",
    "last_day",
    "last_out",
    "last_in",
    "last_touch",
    "lscore",
    "unanswered",
    "began_day",
    "began_how",
)


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


def _tie(book: Book, who: int, days: list[Any], last_touch: int | None, began: tuple[int, str] | None) -> Tie:
    out = [day for _, day, is_out, _ in days if is_out]
    came = [day for _, day, _, is_in in days if is_in]
    last_in = came[-1] if came else None
    ordinals = [day for _, day, _, _ in days]
    return Tie(
        book=book,
        person_id=who,
        contact_days=len(days),
        first_day=ordinals[0] if days else None,
        last_day=ordinals[-1] if days else None,
        last_out=out[-1] if out else None,
        last_in=last_in,
        last_touch=last_touch,
        lscore=lscore_of(ordinals) if days else None,
        unanswered=sum(1 for day in out if last_in is None or day > last_in),
        began_day=began[0] if began else None,
        began_how=began[1] if began else "",
    )
