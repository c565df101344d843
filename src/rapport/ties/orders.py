"""People by how close they are, and by how long there has been silence."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from rapport.people.models import Book
from rapport.rosters.sortings import Sorting
from rapport.ties.models import Tie


def _ties(book: Book, people: QuerySet[Any]) -> QuerySet[Any]:
    """Ties with at least one day in touch. Asked row by row, the first page needs no list of all persons."""
    ties = Tie.objects.filter(book=book, lscore__isnull=False, last_day__isnull=False)
    return ties.filter(Exists(people.order_by().filter(pk=OuterRef("person_id"))))


CLOSEST = Sorting(30, "closest", _("Closest"), ("-lscore", "person_id"), _ties, "person_id")
SILENT = Sorting(40, "silent", _("Longest silent"), ("last_day", "person_id"), _ties, "person_id")
