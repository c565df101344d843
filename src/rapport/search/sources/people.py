"""People, by any fragment of what is known of them; among equals the closest first."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from rapport.kit import fts
from rapport.people.findable import PERSON
from rapport.people.models import Book
from rapport.search.closeness import Closeness
from rapport.search.finder import Finder, Hit
from rapport.search.people import hits
from rapport.search.query import Query
from rapport.search.ranking import Pool, ranked

MANY = 200  # of so many who fit equally well the closest come first


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    called, listed = partial(fts.called, book.pk, PERSON), partial(fts.find, book.pk, PERSON)
    return hits(book, query, ranked(query.ways, Pool(called, listed, Closeness(book).first, MANY), most))


PEOPLE = Finder[Book](10, "people", _("People"), _find)
