"""Promises, favours, lists and the wish to meet, on the page of a person."""

from typing import Any

from django.http import HttpRequest

from rapport.kit import clock
from rapport.ledger.forms import KINDS
from rapport.ledger.models import Favour, List, ListEntry, Promise, Wish
from rapport.people.models import Book, Met, Person
from rapport.ties.models import Touch

SETTLED = 20


def promises(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Open ones first, the next due first; settled ones below."""
    rows = Promise.objects.filter(person=person)
    is_open = sorted(rows.filter(state="open"), key=lambda one: (one.due_on is None, one.due_on, one.number))
    settled = list(rows.exclude(state="open").order_by("-settled_on", "-number")[:SETTLED])
    return {"person": person, "open": is_open, "settled": settled, "today": clock.today(person.book.owner.zone)}


def favours(request: HttpRequest, person: Person) -> dict[str, Any]:
    """What each did for the other, side by side and never summed up."""
    rows = list(Favour.objects.filter(person=person).order_by("-done_on", "-number"))
    sides = [("theirs", [one for one in rows if one.way == "theirs"]), ("mine", [o for o in rows if o.way == "mine"])]
    return {"person": person, "sides": sides, "kinds": KINDS, "kinds_said": dict(KINDS)}


def lists(request: HttpRequest, person: Person) -> dict[str, Any]:
    entries = ListEntry.objects.shown().filter(person=person).select_related("list").order_by("list__folded")
    on = [entry.list for entry in entries]
    others = List.objects.filter(book=person.book).exclude(pk__in=[one.pk for one in on]).order_by("folded")[:200]
    wished = Wish.objects.filter(book=person.book, person=person, met_on=None).first()
    return {"person": person, "on": on, "others": others, "wished": wished, "is_met": bool(wished) or _is_met(person)}


def _is_met(person: Person) -> bool:
    """Whether they have met in person, as far as is written down."""
    told = Met.objects.shown().filter(person=person, channel="in_person").exists()
    return told or Touch.objects.filter(person=person, interaction__kind="meeting").exists()


def links(request: HttpRequest, book: Book) -> dict[str, Any]:
    """The ways to this room's pages; nothing needs to be known for them."""
    return {}
