"""Narrowing your people by your lists."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rapport.kit.sieves import Sieve
from rapport.ledger.models import List, ListEntry
from rapport.people.models import Book
from rapport.rosters.sieves import number


def _lists(book: Book) -> list[tuple[str, str]]:
    return [
        (str(one), name)
        for one, name in List.objects.filter(book=book).order_by("folded").values_list("number", "name")
    ]


def _listed(people: QuerySet[Any], book: Book, value: str) -> QuerySet[Any]:
    entries = ListEntry.objects.shown().filter(book=book, list__number=number(value))
    return people.filter(pk__in=entries.values("person_id"))


LIST = Sieve("list", _("On your list"), _lists, _listed)
