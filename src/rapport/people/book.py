"""Finding through permission: every page of the book starts from the owner's own."""

from typing import Any, TypeVar

from django.http import Http404

from rapport.kit.prepared import Prepared
from rapport.members.may import MemberRequest
from rapport.people.models import Book, BookRow, Person

M = TypeVar("M", bound=BookRow)


def book_of(request: MemberRequest) -> Book:
    """The book of the member who asks."""
    book = Book.of(request.member)
    book.owner = request.member
    return book


def row_of(request: MemberRequest, model: type[M], number: int, *related: str) -> M:
    """The row of this number in the asking member's book; 404 for all others. `related` are fetched with it."""
    rows: Any = model._default_manager
    found: M | None = rows.filter(book=book_of(request), number=number).select_related("book", *related).first()
    if found is None:
        raise Http404
    return found


def person_of(request: MemberRequest, number: int) -> Person:
    """The person with this number in the asking member's book; 404 for all others, gone ones follow their merge."""
    owner = request.member.pk
    person: Person | None = _NUMBERED.first(owner=owner, number=number)
    while person is not None and person.merged_into_id is not None:
        person = _people(owner).filter(pk=person.merged_into_id).first()
    if person is None:
        raise Http404
    person.book.owner = request.member
    return person


def _people(owner: int) -> Any:
    return Person.objects.filter(book__owner=owner).select_related("book")


_NUMBERED = Prepared(lambda owner, number: _people(owner).filter(number=number), numbers=("owner", "number"))
