"""What the owner's calendar says of the days around one: asked once for cards, what stands beside them, and briefs."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F

from rapport.kit.prepared import Query, prepared
from rapport.people.models import Book, Occasion, Presence

DAY, AHEAD = timedelta(days=1), timedelta(days=10)


def occasions_around(book: Book, on: date) -> list[Occasion]:
    """Of that day, and of the one before and after, which clocks elsewhere may show; nothing that is called off."""
    return occasions_query(book, on).rows()


def occasions_query(book: Book, on: date) -> Query:
    return _occasions.of(book=book.pk, since=on - DAY, until=on + DAY)


def invited_around(book: Book, on: date) -> list[Any]:
    """Who is in the book and alive and is asked to what is held from the day before until `AHEAD` days later, without
    those who declined: rows with what the names of the columns say, the nearest day first."""
    return invited_query(book, on).rows()


def invited_query(book: Book, on: date) -> Query:
    return _invited.of(book=book.pk, since=on - DAY, until=on + AHEAD)


@prepared(numbers=("book",), days=("since", "until"))
def _occasions(book: int, since: date, until: date) -> Any:
    rows = Occasion.objects.filter(book=book, begins_on__gte=since, begins_on__lte=until, is_cancelled=False)
    return rows.order_by("number")


@prepared(numbers=("book",), days=("since", "until"))
def _invited(book: int, since: date, until: date) -> Any:
    held = {"occasion__begins_on__gte": since, "occasion__begins_on__lte": until, "occasion__is_cancelled": False}
    rows = Presence.objects.shown().filter(book=book, **held).exclude(answer="declined")
    here = rows.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    named = {
        "name": F("person__name"),
        "folded": F("person__folded"),
        "person_number": F("person__number"),
        "occasion_number": F("occasion__number"),
        "title": F("occasion__title"),
        "held_at": F("occasion__place"),
        "begins_on": F("occasion__begins_on"),
        "own_answer": F("occasion__own_answer"),
    }
    columns = ("person_id", "answer", "occasion_id", *named)
    return here.order_by("occasion__begins_on", "pk").annotate(**named).values_list(*columns)
