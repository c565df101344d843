"""Lists are labels: a wish for all on a list holds for each of them."""

from collections.abc import Collection

from rapport.ledger.models import ListEntry
from rapport.people.models import Book, Person
from rapport.people.showing.held import held
from rapport.ties.cadence import Cadence, Labels


def _by_list(book: Book, people: Collection[int] | None) -> list[tuple[int, Cadence]]:
    entries = ListEntry.objects.shown().filter(book=book, list__cadence__gte=1)
    if people is not None:
        entries = entries.filter(person__in=people)
    columns = ("person_id", "list__cadence", "list__cadence_most", "list__name")
    return [(who, Cadence(days, most, name)) for who, days, most, name in entries.order_by("pk").values_list(*columns)]


def _of(person: Person) -> list[Cadence]:
    lists = [entry.list for entry in held(person, ListEntry)]
    return [Cadence(one.cadence, one.cadence_most, one.name) for one in lists if one.cadence]


LISTS = Labels(_by_list, _of)
