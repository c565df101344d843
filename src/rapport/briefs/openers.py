"""One line to begin with, from what the reader's own book holds. Only the reader sees it."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from rapport.kit.prepared import prepared
from rapport.ledger.models import Favour, Promise
from rapport.people.models import Book, Interest, Person


def openers(book: Book, people: Collection[Person]) -> dict[int, str]:
    """Person id -> a line: what one owes them first, then what they care about (nothing confided)."""
    ids = [person.pk for person in people]
    of = {"book": book.pk, "people": ids}
    found: dict[int, str] = {}
    for who, what in _promised.rows(**of):
        found.setdefault(who, _("You promised: %(what)s.") % {"what": what.rstrip(".")})
    for who, what in _owed.rows(**of):
        found.setdefault(who, _("Thank them: %(what)s.") % {"what": what.rstrip(".")})
    for who, word in _cared_for.rows(**of):
        found.setdefault(who, _("Ask about %(word)s.") % {"word": word})
    for person in people:
        firm = person.headline.partition(", ")[2]
        if firm:
            found.setdefault(person.pk, _("Ask how things go at %(firm)s.") % {"firm": firm.rstrip(".")})
    return {pk: found.get(pk, _("Ask what keeps them busy.")) for pk in ids}


@prepared(numbers=("book",), several=("people",))
def _promised(book: int, people: list[int]) -> Any:
    rows = Promise.objects.filter(book=book, person__in=people, state="open", way="mine")
    rows = rows.filter(is_follow_up=False)
    return rows.order_by("due_on", "pk").values_list("person_id", "what")


@prepared(numbers=("book",), several=("people",))
def _owed(book: int, people: list[int]) -> Any:
    rows = Favour.objects.filter(book=book, person__in=people, way="theirs", thanked_on=None)
    return rows.order_by("-done_on", "pk").values_list("person_id", "what")


@prepared(numbers=("book",), several=("people",))
def _cared_for(book: int, people: list[int]) -> Any:
    rows = Interest.objects.shown().filter(book=book, person__in=people, is_confided=False)
    return rows.order_by("-is_hand", "pk").values_list("person_id", "word")
