"""The days in people's lives that come in the next fortnight: asked once, for cards and for what stands beside them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from django.db.models import F

from rapport.kit.prepared import Prepared, Query
from rapport.people.models import Book, Day

AHEAD = 14
_MOST = AHEAD + 2  # with today, and the day that only leap years have


@lru_cache(maxsize=2)
def dates(today: date) -> Mapping[str, date]:
    """When the days of the year come (`03-07`), from today on. Who was born on a leap day has a birthday every year."""
    found = {f"{on:%m-%d}": on for on in (today + timedelta(days=ahead) for ahead in range(AHEAD + 1))}
    if "02-28" in found and f"{found['02-28'] + timedelta(days=1):%m-%d}" == "03-01":
        found["02-29"] = found["02-28"]
    return found


def days_ahead(book: Book, today: date) -> list[Any]:
    """Of those in the book and alive: rows with person_id, kind, on, month_day, and the person's name and number.

    A day that is known with its year and without comes once, with the year.
    """
    found: dict[tuple[int, str, str], Any] = {}
    for row in days_query(book, today).rows():
        same = (row.person_id, row.kind, row.month_day)
        found[same] = max(found.get(same, row), row, key=lambda one: len(one.on))
    return [*found.values()]


def days_query(book: Book, today: date) -> Query:
    words = [*dates(today)]
    words += words[:1] * (_MOST - len(words))
    return _coming().of(book=book.pk, **{f"word{at}": word for at, word in enumerate(words)})


@cache
def _coming() -> Prepared:
    def build(book: int, **words: str) -> Any:
        known = Day.objects.shown().filter(book=book, month_day__in=[*words.values()]).exclude(kind="death")
        here = known.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
        named = {"name": F("person__name"), "person_number": F("person__number")}
        columns = ("person_id", "kind", "on", "month_day", *named)
        return here.annotate(**named).order_by("pk").values_list(*columns)

    return Prepared(build, numbers=("book",), words=tuple(f"word{at}" for at in range(_MOST)))
