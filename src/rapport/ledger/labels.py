"""Lists are labels: a wish for all on a list holds for each of them."""

from collections.abc import Collection
from typing import Any

from rapport.kit.prepared import prepared
from rapport.ledger.models import ListEntry
from rapport.people.models import Book, Person
from rapport.people.showing.held import held
from rapport.ties.cadence import Cadence, Labels


def _by_list(book: Book, people: Collection[int] | None) -> list[tuple[int, Cadence]]:
    rows = _of_all.rows(book=book.pk) if people is None else _of_some.rows(book=book.pk, people=people)
    return [(who, Cadence(days, most, name)) for who, days, most, name in rows]


@prepared(numbers=("book",))
def _of_all(book: int) -> Any:
    columns = ("person_id", "list__cadence", "list__cadence_most", "list__name")
    return ListEntry.objects.shown().filter(book=book, list__cadence__gte=1).order_by("pk").values_list(*columns)


@prepared(numbers=("book",), several=("people",))
def _of_some(book: int, people: list[int]) -> Any:
    columns = ("person_id", "list__cadence", "list__cadence_most", "list__name")
    rows = ListEntry.objects.shown().filter(book=book, list__cadence__gte=1, person__in=people)
    return rows.order_by("pk").values_list(*columns)


def _of(person: Person) -> list[Cadence]:
    lists = [entry.list for entry in held(person, ListEntry)]
    return [Cadence(one.cadence, one.cadence_most, one.name) for one in lists if one.cadence]


LISTS = Labels(_by_list, _of, lambda book: _of_all.of(book=book.pk))
