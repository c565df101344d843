"""What this room brings to a time line: favours done, promises kept."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rapport.ledger.models import Favour, Promise
from rapport.people.models import Person
from rapport.ties.strand import Entry, Strand


def _favour_days(person: Person, before: int, most: int) -> list[int]:
    return _days(Favour.objects.filter(person=person), "done_on", before, most)


def _favours(person: Person, first: int, last: int) -> list[Entry]:
    span = (date.fromordinal(first), date.fromordinal(last))
    says = {"theirs": _("They did something for you"), "mine": _("You did something for them")}
    return [
        Entry(
            one.done_on.toordinal(),
            "favour",
            says[one.way],
            "thank",
            text=one.what,
            edit=f"/favours/{one.number}/edit/",
        )
        for one in Favour.objects.filter(person=person, done_on__range=span)
    ]


def _promise_days(person: Person, before: int, most: int) -> list[int]:
    return _days(_kept(person), "settled_on", before, most)


def _promises(person: Person, first: int, last: int) -> list[Entry]:
    span = (date.fromordinal(first), date.fromordinal(last))
    says = {"theirs": _("They kept a promise"), "mine": _("You kept a promise")}
    return [
        Entry(one.settled_on.toordinal(), "promise", says[one.way], "promise", text=one.what)
        for one in _kept(person).filter(settled_on__range=span)
    ]


def _kept(person: Person) -> Any:
    return Promise.objects.filter(person=person, state="kept", settled_on__isnull=False)


def _days(rows: Any, column: str, before: int, most: int) -> list[int]:
    if before <= 1:
        return []
    found = rows.filter(**{f"{column}__lte": date.fromordinal(before - 1)}).order_by(f"-{column}")
    return [day.toordinal() for day in found.values_list(column, flat=True).distinct()[:most]]


FAVOURS = Strand(30, _favour_days, _favours)
PROMISES = Strand(40, _promise_days, _promises)
