"""Whom the owner is close to: they come first among many who are found."""

from collections.abc import Iterable

from rapport.people.models import Book
from rapport.ties.models import Tie

CLOSEST = 500


def closest_first(book: Book, numbers: Iterable[int]) -> list[int]:
    """Persons (numbers) with the closest first, the others as they came."""
    ranks = _ranks(book)
    return sorted(numbers, key=lambda number: ranks.get(number, CLOSEST))


def _ranks(book: Book) -> dict[int, int]:
    ties = Tie.objects.filter(book=book, lscore__isnull=False).order_by("-lscore")
    return {number: rank for rank, number in enumerate(ties.values_list("person__number", flat=True)[:CLOSEST])}
