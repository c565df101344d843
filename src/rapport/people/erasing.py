"""Who is erased is not found any more, and soon not in the files of the search index either."""

from collections.abc import Sequence

from rapport.kit import fts
from rapport.kit.erasing import Erasure
from rapport.kit.jobs import job, later
from rapport.people.findable import unlist
from rapport.people.models import Book


@job(retries=3)
def forget_searched() -> None:
    """Clear the index's files of what was taken out of it."""
    fts.forget()


def _erase(book: Book, people: Sequence[int]) -> None:
    unlist(book, people)
    later(forget_searched)


UNLISTED = Erasure(_erase)
