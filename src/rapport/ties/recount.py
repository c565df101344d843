"""Contact days and the tie's counters, rebuilt from touches: the same touches give the same tie by whatever path."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connection, transaction
from django.db.models import Case, F, Max, Min, Q, When

from rapport.kit.bulk import insert, update
from rapport.people.models import Book, Person
from rapport.ties.counting import MEETINGS, NEITHER
from rapport.ties.models import Tie, Touch
from rapport.ties.strength import lscore_of

CHUNK = 500

# Only days that changed are written: one more touch costs one row, however long the story.
GONE = """
delete from ties_contactday where person_id in ({people}) and not exists (
    select 1 from ties_touch t
    where t.person_id = ties_contactday.person_id and t.day = ties_contactday.day and t.counts)
"""
COME = """
insert into ties_contactday (book_id, person_id, day, was_out, was_in)
select %s, person_id, day, max(case when direction in ('out', 'both') then 1 else 0 end) = 1,
    max(case when direction in ('in', 'both') then 1 else 0 end) = 1
from ties_touch where person_id in ({people}) and counts and day is not null group by person_id, day
on conflict (person_id, day) do update set was_out = excluded.was_out, was_in = excluded.was_in
where ties_contactday.was_out <> excluded.was_out or ties_contactday.was_in <> excluded.was_in
"""
THERE = """
select person_id, day, was_out, was_in from ties_contactday where person_id in ({people}) order by person_id, day
"""


@transaction.atomic
def recount(book: Book, people: Iterable[int]) -> None:
    """Rebuild days and counters of these persons (ids of one book). Cost grows with their touches, not the book's."""
    wanted = sorted(set(people))
    for start in range(0, len(wanted), CHUNK):
        _recount(book, wanted[start : start + CHUNK])


def _recount(book: Book, people: Sequence[int]) -> None:
    people = list(Person.objects.filter(pk__in=people).values_list("pk", flat=True))  # erased ones have no tie
    if not people:
        return
    counted = _days(book, people)
    others, began, firsts = _others(people), _beginnings(people), _firsts(people)
    ties = []
    for who in people:
        days = counted.get(who, [])
        beginning = (*began.get(who, NEVER), *firsts.get(who, (None, None, None)))
        ties.append((book.pk, who, *_counters(days), _end(days, others.get(who)), *beginning))
    there = dict(Tie.objects.filter(person__in=people).values_list("person_id", "pk"))
    insert(Tie, (*COUNTERS, *HAND), [(*row, None, None, None, False, False) for row in ties if row[1] not in there])
    update(Tie, COUNTERS[2:], [(*row[2:], there[row[1]]) for row in ties if row[1] in there])


COUNTERS = (
    *("book_id", "person_id", "contact_days", "first_day", "last_day", "last_out", "last_in", "lscore", "unanswered"),
    *("last_touch", "began_day", "began_how", "first_touch", "first_online", "first_meeting"),
)
HAND = ("cadence", "cadence_most", "layer_pin", "matters", "is_hand")
NEVER = (None, "")
Day = tuple[int, int, bool, bool]


def _days(book: Book, people: Sequence[int]) -> dict[int, list[Day]]:
    """Bring the contact days in line with the touches; (person, day, out, in) of each person, in order."""
    marks = ", ".join(["%s"] * len(people))
    with connection.cursor() as cursor:
        cursor.execute(GONE.format(people=marks), people)
        cursor.execute(COME.format(people=marks), [book.pk, *people])
        cursor.execute(THERE.format(people=marks), people)
        return {who: list(days) for who, days in groupby(cursor.fetchall(), key=itemgetter(0))}


def _others(people: Sequence[int]) -> dict[int, int]:
    """The last day of a touch that makes no contact day. A connection made is none: nothing was said."""
    touched = Touch.objects.filter(person__in=people, counts=False).exclude(kind="connection")
    return dict(touched.values_list("person_id").annotate(Max("day")))


def _end(days: Sequence[Day], other: int | None) -> int | None:
    """The last day of any touch, counting or not: from it the owner's own cadence runs."""
    return max((day for day in (days[-1][1] if days else None, other) if day is not None), default=None)


def _beginnings(people: Sequence[int]) -> dict[int, tuple[int, str]]:
    """When and where a connection was made first."""
    made = Touch.objects.filter(counts=False, person__in=people, kind="connection", day__isnull=False)
    rows = made.values_list("person_id", "channel").annotate(began=Min("day")).order_by("-began")
    return {who: (day, channel) for who, channel, day in rows}


def _firsts(people: Sequence[int]) -> dict[int, tuple[int | None, int | None, int | None]]:
    """The first day of any touch, of one online, of a meeting."""
    online = Case(When(~Q(kind__in=(*MEETINGS, *NEITHER)), then=F("day")))
    meeting = Case(When(kind__in=MEETINGS, then=F("day")))
    touched = Touch.objects.filter(person__in=people, day__isnull=False).values_list("person_id")
    rows = touched.annotate(touch=Min("day"), online=Min(online), meeting=Min(meeting))
    return {who: (touch, met_online, met) for who, touch, met_online, met in rows}


def _counters(days: Sequence[Day]) -> tuple[Any, ...]:
    """contact_days, first_day, last_day, last_out, last_in, lscore, unanswered."""
    if not days:
        return 0, None, None, None, None, None, 0
    ordinals = [day[1] for day in days]
    out = [day for _, day, is_out, _ in days if is_out]
    last_in = next((day for _, day, _, is_in in reversed(days) if is_in), None)
    tries = sum(1 for day in out if last_in is None or day > last_in)
    last_out = out[-1] if out else None
    return len(days), ordinals[0], ordinals[-1], last_out, last_in, lscore_of(ordinals), tries
