"""Standing facts of many people at once, for the forms in which a person is a row or a card."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeVar

from rapport.kit.bulk import chunks
from rapport.people.claims import standing
from rapport.people.models import Book, Claim, Person

PART = 200
C = TypeVar("C", bound=Claim)


def parts(book: Book) -> Iterator[list[Person]]:
    """Everybody who is here, by number, in parts."""
    people = Person.objects.here().filter(book=book).order_by("number").iterator(chunk_size=PART)
    yield from chunks(people, PART)


def told(model: type[C], people: list[Person], *also: str) -> defaultdict[int, list[C]]:
    """What stands of these people, by person, the fact that is shown first; `also` names what it points to."""
    found: defaultdict[int, list[C]] = defaultdict(list)
    rows: Any = model.objects.shown().filter(person__in=people).select_related(*also)
    for row in rows:
        found[row.person_id].append(row)
    return defaultdict(list, {person: standing(facts) for person, facts in found.items()})
