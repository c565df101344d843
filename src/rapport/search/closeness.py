"""Whom the owner is close to: they come first among many who are found."""

from collections.abc import Iterable
from functools import cached_property

from django.db import connection

from rapport.people.models import Book

CLOSEST = 500
RANKED = """
select p.number from ties_tie t join people_person p on p.id = t.person_id
where t.book_id = %s and t.lscore is not null order by t.lscore desc limit %s
"""


class Closeness:
    """The order of the closest persons of a book; asked for once, and only if somebody is to be put in order."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def first(self, numbers: Iterable[int]) -> list[int]:
        """Persons (numbers) with the closest first, the others as they came."""
        found = list(numbers)
        if len(found) < 2:
            return found
        ranks = self._ranks
        return sorted(found, key=lambda number: ranks.get(number, CLOSEST))

    @cached_property
    def _ranks(self) -> dict[int, int]:
        # By hand: it is asked with nearly every search, and building the query would cost more than its answer.
        with connection.cursor() as cursor:
            cursor.execute(RANKED, [self.book.pk, CLOSEST])
            return {number: rank for rank, (number,) in enumerate(cursor.fetchall())}
