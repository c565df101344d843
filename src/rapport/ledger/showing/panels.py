"""Promises, favours, lists and the wish to meet, on the page of a person."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from rapport.kit import clock
from rapport.kit.prepared import Prepared
from rapport.ledger.forms import KINDS
from rapport.ledger.models import Favour, List, ListEntry, Promise, Wish
from rapport.people.models import Book, Met, Person
from rapport.people.showing.held import held
from rapport.ties.firsts import have_met

SETTLED = 20


def promises(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Open ones first, the next due first; settled ones below."""
    rows = held(person, Promise)
    is_open = [one for one in rows if one.state == "open"]
    is_open.sort(key=lambda one: (one.due_on is None, one.due_on, one.number))
    settled = [one for one in rows if one.state != "open"]
    settled.sort(key=lambda one: (one.settled_on or date.min, one.number), reverse=True)
    return {
        "person": person,
        "open": is_open,
        "settled": settled[:SETTLED],
        "today": clock.today(person.book.owner.zone),
    }


def favours(request: HttpRequest, person: Person) -> dict[str, Any]:
    """What each did for the other, side by side and never summed up."""
    rows = sorted(held(person, Favour), key=lambda one: (one.done_on, one.number), reverse=True)
    sides = [("theirs", [one for one in rows if one.way == "theirs"]), ("mine", [o for o in rows if o.way == "mine"])]
    return {"person": person, "sides": sides, "kinds": KINDS, "kinds_said": dict(KINDS)}


_LISTS = Prepared(lambda book: List.objects.filter(book=book).order_by("folded")[:200], numbers=("book",))


def lists(request: HttpRequest, person: Person) -> dict[str, Any]:
    on = sorted((entry.list for entry in held(person, ListEntry)), key=lambda one: one.folded)
    taken = {one.pk for one in on}
    others = [one for one in _LISTS.rows(book=person.book_id) if one.pk not in taken]
    wished = next((wish for wish in held(person, Wish) if wish.met_on is None), None)
    return {"person": person, "on": on, "others": others, "wished": wished, "is_met": bool(wished) or _is_met(person)}


def _is_met(person: Person) -> bool:
    """Whether they have met in person, as far as is written down."""
    return any(met.channel == "in_person" for met in held(person, Met)) or have_met(person)


def links(request: HttpRequest, book: Book) -> dict[str, Any]:
    """The ways to this room's pages; nothing needs to be known for them."""
    return {}
