"""Firms, schools and bodies, by any fragment of the name."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rapport.people.models import Book, Organization
from rapport.search.columns import holding
from rapport.search.finder import Finder, Hit
from rapport.search.marking import marked
from rapport.search.query import Query


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    wanted = Q(*(holding(word) for word in query.words))
    found = Organization.objects.filter(wanted, book=book).order_by("folded", "number")[:most]
    return [Hit(one.path, one.name, marked(one.name, query.words)) for one in found]


ORGANIZATIONS = Finder[Book](30, "organizations", _("Organizations"), _find)
