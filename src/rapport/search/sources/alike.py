"""People whose names sound or look nearly like what was typed."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from rapport.kit import fts
from rapport.people.findable import PERSON
from rapport.people.models import Book
from rapport.search.closeness import Closeness
from rapport.search.finder import Finder, Hit
from rapport.search.likeness import LOOKED_AT, scores
from rapport.search.people import hits
from rapport.search.query import Query


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    found = scores(partial(fts.called, book.pk, PERSON, where=(), most=LOOKED_AT), query)
    ranked = sorted(Closeness(book).first(found), key=lambda number: -round(found[number], 2))
    return hits(book, query, ranked[:most])


LIKE = Finder[Book](20, "alike", _("Nearly that name"), _find, is_guess=True)
