"""Finding through permission: every page of the book starts from the owner's own."""

from django.http import Http404

from rapport.members.may import MemberRequest
from rapport.people.models import Book, Person


def book_of(request: MemberRequest) -> Book:
    """The book of the member who asks."""
    book = Book.of(request.member)
    book.owner = request.member
    return book


def person_of(request: MemberRequest, number: int) -> Person:
    """The person with this number in the asking member's book; 404 for all others, gone ones follow their merge."""
    people = Person.objects.filter(book__owner=request.member).select_related("book")
    person = people.filter(number=number).first()
    while person is not None and person.merged_into_id is not None:
        person = people.filter(pk=person.merged_into_id).first()
    if person is None:
        raise Http404
    found: Person = person
    found.book.owner = request.member
    return found
