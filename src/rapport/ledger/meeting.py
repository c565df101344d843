"""An evening written down: whom the owner met at an occasion, with a line on each and what is to follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.kit.aftermath import settle
from rapport.ledger.promises import follow_up
from rapport.people import keys
from rapport.people.add import make, tell
from rapport.people.asking_same import ask_same
from rapport.people.claims import say
from rapport.people.doubles import doubles
from rapport.people.gathering import was_there
from rapport.people.models import Book, Met, Occasion, Person
from rapport.people.typed import Typed
from rapport.ties.record import log


@dataclass(frozen=True, slots=True)
class Somebody:
    """One row: `known` is the person of the book the owner says it is; `follow_up` in days, None for nothing."""

    typed: Typed
    known: Person | None = None
    follow_up: int | None = None


@transaction.atomic
def meet(*, book: Book, occasion: Occasion, on: date, people: Sequence[Somebody], now: datetime) -> list[Person]:
    """Each is added (or told more of), was at the occasion, was met there in person, and waits for the follow-up."""
    met = [_one(book, one, now) for one in people]
    distinct = list(dict.fromkeys(met))
    was_there(occasion=occasion, people=distinct, now=now)
    for person in distinct:
        _first_met(person, occasion, on, now)
    for person, one in zip(met, people, strict=True):
        if one.follow_up is not None:
            follow_up(person, after=occasion.title, on=on, due_on=on + timedelta(days=one.follow_up))
    if distinct:
        origin = f"occasion:{occasion.number}"
        log(people=distinct, kind="meeting", channel="in_person", direction="both", now=now, on=on, origin=origin)
        settle(book, [person.pk for person in distinct])
    return met


def _one(book: Book, one: Somebody, now: datetime) -> Person:
    alike = [] if one.known else [double for double in doubles(book, one.typed) if double.why != "part"]
    person = one.known or make(book=book, name=one.typed.name, now=now)
    tell(person=person, typed=one.typed, now=now, is_settling=False)
    ask_same(person, alike)
    return person


def _first_met(person: Person, occasion: Occasion, on: date, now: datetime) -> None:
    """Met in person for the first time; who was met before only met again."""
    earlier = Met.objects.shown().filter(person=person, channel="in_person", on__lte=on.isoformat())
    if earlier.exclude(on="").exists():
        return
    how = _("met at %(occasion)s") % {"occasion": occasion.title}
    key = keys.met("in_person", how, on.isoformat())
    say(Met, person=person, key=key, now=now, how=how, on=on.isoformat(), precision="day", channel="in_person")
