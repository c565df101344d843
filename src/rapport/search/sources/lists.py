"""Your lists, by name: each leads to the people on it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rapport.ledger.models import List
from rapport.people.models import Book
from rapport.search.columns import holding
from rapport.search.finder import Finder, Hit
from rapport.search.marking import marked
from rapport.search.query import Query


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    wanted = Q(*(holding(word) for word in query.words))
    found = List.objects.filter(wanted, book=book).order_by("folded")[:most]
    return [Hit(f"/people/?list={one.number}", one.name, marked(one.name, query.words)) for one in found]


LISTS = Finder[Book](50, "lists", _("Your lists"), _find)
