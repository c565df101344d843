"""People, by any fragment of what is known of them."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from rapport.kit import fts
from rapport.people.findable import PERSON
from rapport.people.models import Book
from rapport.search.closeness import Closeness
from rapport.search.finder import Finder, Hit
from rapport.search.people import hits
from rapport.search.query import Query, groups

SEEN = 500  # of so many who are found the closest come first
# Whole names before beginnings, beginnings before fragments, names before all else.
STEPS: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    (("name",), fts.whole),
    (("name",), fts.beginning),
    (("name",), fts.within),
    (("name", "words"), fts.beginning),
    (("name", "words"), fts.within),
)


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    found: dict[int, None] = {}
    closeness = Closeness(book)
    ways = [way for way in query.ways if fts.find(book.pk, PERSON, groups(way, fts.within), most=1)]
    for where, made in STEPS:
        for way in ways:
            if len(found) < most:
                wanted = fts.find(book.pk, PERSON, groups(way, made), where=where, most=SEEN)
                found.update(dict.fromkeys(closeness.first(wanted)))
    return hits(book, query, list(found)[:most])


PEOPLE = Finder(10, "people", _("People"), _find)
