"""Beside Today: who of the owner's people asked this place not to be kept."""

from collections.abc import Iterable
from typing import Any

from rapport.kit.panels import Panel
from rapport.kit.prepared import Query, prepared
from rapport.members.may import MemberRequest
from rapport.people.book import book_of
from rapport.people.models import Person
from rapport.rights.models import Objected

SHOWN = 20


@prepared(numbers=("book",))
def _objected(book: int) -> Any:
    rows = Objected.objects.filter(book=book, person__trashed_at=None, person__merged_into=None)
    return rows.order_by("pk").values_list("person_id", "person__number", "person__name")[:SHOWN]


def asks(request: MemberRequest, _: Any) -> Iterable[Query]:
    return (_objected.of(book=book_of(request).pk),)


def asked_not_to_be_kept(request: MemberRequest, _: Any) -> dict[str, Any] | None:
    rows = _objected.rows(book=book_of(request).pk)
    people = [Person(pk=pk, number=number, name=name) for pk, number, name in rows]
    return {"people": people} if people else None


OBJECTED = Panel("today", 50, asked_not_to_be_kept, "rights/panels/objected.html", "aside", asks)
