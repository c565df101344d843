"""People as results: the row of a person, and why they were found."""

from collections.abc import Sequence

from rapport.handles.ways import phone_said
from rapport.kit import fts
from rapport.people.face import faces
from rapport.people.findable import PERSON, findables
from rapport.people.models import Book, Person
from rapport.search.finder import Hit, Reason
from rapport.search.marking import marked
from rapport.search.query import Query
from rapport.search.reasons import reasons


def hits(book: Book, query: Query, numbers: Sequence[int]) -> list[Hit]:
    """Rows of these persons (numbers), in this order; whoever is not there any more is left out."""
    if not numbers:
        return []
    kept = fts.read(book.pk, PERSON, numbers)
    here = {person.number: person for person in Person.objects.here().filter(book=book, number__in=kept)}
    photos = faces(list(here.values()))
    return [
        Hit(
            path=here[number].path,
            name=here[number].name,
            parts=marked(here[number].name, query.marks),
            line=marked(here[number].headline, query.marks),
            reasons=_reasons(here[number], kept[number], query),
            photo=photos.get(here[number].pk, ""),
            has_face=True,
        )
        for number in numbers
        if number in here
    ]


def _reasons(person: Person, kept: fts.Kept, query: Query) -> list[Reason]:
    lines = [*(fts.Line("name", name) for name in kept.names[1:]), *kept.lines]
    return reasons(f"{person.name} {person.headline}", lines, query, _label, _said)


def _label(field: str) -> str:
    return next((str(findable.label) for findable in findables() if findable.field == field), "")


def _said(line: fts.Line) -> str:
    return phone_said(line.text) if line.field == "way" and line.text.startswith("+") else line.text
