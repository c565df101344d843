"""People, by any fragment of what is known of them.

Whole names come before beginnings, beginnings before fragments, names before all else; among equals the closest.
"""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from rapport.kit import fts
from rapport.people.findable import PERSON
from rapport.people.models import Book
from rapport.search.closeness import Closeness
from rapport.search.finder import Finder, Hit
from rapport.search.people import hits
from rapport.search.query import Query, Way, groups

FEW = 60  # so many are put in order one by one
MANY = 200  # of so many who fit equally well the closest come first
EVERYTHING = ("name", "words")
STEPS: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    (("name",), fts.whole),
    (("name",), fts.beginning),
    (("name",), fts.within),
    (EVERYTHING, fts.beginning),
    (EVERYTHING, fts.within),
)


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    found: dict[int, None] = {}
    closeness = Closeness(book)
    for way in query.ways:
        called = fts.called(book.pk, PERSON, groups(way, fts.within), where=EVERYTHING, most=FEW)
        if len(called) < FEW:
            ranked = sorted(closeness.first(called), key=lambda number: _step(way, called[number]))
            found.update(dict.fromkeys(ranked))
        else:
            found.update(_by_steps(book, way, closeness, most))
    return hits(book, query, list(found)[:most])


def _step(way: Way, names: set[str]) -> int:
    """Which of STEPS finds somebody of these names."""
    return max(min(_nearness(word, names) for word in group) for group in way)


def _nearness(word: str, names: set[str]) -> int:
    if word in names:
        return 0
    if any(name.startswith(word) for name in names):
        return 1
    return 2 if len(word) >= 3 and any(word in name for name in names) else 3


def _by_steps(book: Book, way: Way, closeness: Closeness, most: int) -> dict[int, None]:
    """The same order among more than can be looked at one by one."""
    found: dict[int, None] = {}
    for where, made in STEPS:
        if len(found) < most:
            wanted = fts.find(book.pk, PERSON, groups(way, made), where=where, most=MANY)
            found.update(dict.fromkeys(closeness.first(wanted)))
    return found


PEOPLE = Finder(10, "people", _("People"), _find)
