"""What this room brings to a time line: favours done, promises kept."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rapport.ledger.models import Favour, Promise
from rapport.people.models import Person
from rapport.people.showing.held import held
from rapport.ties.strand import Entry, Strand


def _favour_days(person: Person, before: int, most: int) -> list[int]:
    return _latest((one.done_on for one in held(person, Favour)), before, most)


def _favours(person: Person, first: int, last: int) -> list[Entry]:
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
        for one in held(person, Favour)
        if first <= one.done_on.toordinal() <= last
    ]


def _promise_days(person: Person, before: int, most: int) -> list[int]:
    return _latest((one.settled_on for one in _kept(person)), before, most)


def _promises(person: Person, first: int, last: int) -> list[Entry]:
    says = {"theirs": _("They kept a promise"), "mine": _("You kept a promise")}
    return [
        Entry(one.settled_on.toordinal(), "promise", says[one.way], "promise", text=one.what)
        for one in _kept(person)
        if first <= one.settled_on.toordinal() <= last
    ]


def _kept(person: Person) -> list[Any]:
    return [one for one in held(person, Promise) if one.state == "kept" and one.settled_on]


def _latest(days: Iterable[date], before: int, most: int) -> list[int]:
    return sorted({day.toordinal() for day in days if day.toordinal() < before}, reverse=True)[:most]


FAVOURS = Strand(30, _favour_days, _favours)
PROMISES = Strand(40, _promise_days, _promises)
