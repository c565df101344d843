"""Whom the owner is close to: they come first among many who are found."""

from collections.abc import Iterable
from functools import cached_property

from rapport.people.models import Book
from rapport.ties.models import Tie

CLOSEST = 500


class Closeness:
    """The order of the closest persons of a book; asked for once, and only if somebody is to be put in order."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def first(self, numbers: Iterable[int]) -> list[int]:
        """Persons (numbers) with the closest first, the others as they came."""
        found = list(numbers)
        return sorted(found, key=lambda number: self._ranks.get(number, CLOSEST)) if len(found) > 1 else found

    @cached_property
    def _ranks(self) -> dict[int, int]:
        ties = Tie.objects.filter(book=self.book, lscore__isnull=False).order_by("-lscore")
        return {number: rank for rank, number in enumerate(ties.values_list("person__number", flat=True)[:CLOSEST])}
