"""Taking people and occasions out of the search index, down to the files it lies in."""

from collections.abc import Collection

from rapport.kit import fts
from rapport.kit.bulk import chunks
from rapport.kit.jobs import job, later
from rapport.people.findable import OCCASION, PERSON
from rapport.people.models import Book, Occasion, Person


@job(retries=3)
def forget_searched() -> None:
    """Clear the index's files of what was taken out of it."""
    fts.forget()


def unlist(book: Book, people: Collection[int]) -> None:
    """Take persons (ids) out of the index, before their rows go."""
    for part in chunks(people, 800):
        fts.drop(book.pk, PERSON, Person.objects.filter(book=book, pk__in=part).values_list("number", flat=True))
    later(forget_searched)


def unlist_book(book: Book) -> None:
    """Take out all of a book."""
    fts.drop_book(book.pk)
    later(forget_searched)


def sweep(book: Book) -> None:
    """Take out whoever and whatever is not in the book any more: for acts that take away many rows of many kinds."""
    for kind, model in ((PERSON, Person), (OCCASION, Occasion)):
        held = set(model.objects.filter(book=book).values_list("number", flat=True))
        fts.drop(book.pk, kind, fts.numbers(book.pk, kind) - held)
    later(forget_searched)
