"""Letting a tie rest, the owner's own rhythm, and where they place somebody."""

from datetime import date, datetime

from rapport.people.models import Book, Person
from rapport.ties.cadence import checked
from rapport.ties.layers import SIZES
from rapport.ties.models import Rest, Tie


def rest(person: Person, *, now: datetime, until: date | None = None, state: str = "resting") -> Rest:
    """Let the tie rest (or say that it has ended), for good or until a day."""
    return Rest.objects.update_or_create(person=person, defaults={"state": state, "since": now, "until": until})[0]


def wake(person: Person) -> None:
    Rest.objects.filter(person=person).delete()


def set_cadence(person: Person, days: int | None, most: int | None = None) -> Tie:
    """The owner's own wish to be in touch every so many days (1 to 3650) and at most so many apart, or None for no
    wish."""
    tie = tie_of(person)
    tie.cadence, tie.cadence_most = checked(days, most) if days is not None else (None, None)
    tie.is_hand = True
    tie.save(update_fields=["cadence", "cadence_most", "is_hand"])
    return tie


def pin(person: Person, layer: int | None) -> Tie:
    """Place the person in a layer whatever the days in touch say, or None to let them say it."""
    if layer is not None and layer not in SIZES:
        raise ValueError("There is no such layer.")
    tie = tie_of(person)
    tie.layer_pin, tie.is_hand = layer, True
    tie.save(update_fields=["layer_pin", "is_hand"])
    return tie


def tie_of(person: Person) -> Tie:
    """The tie to `person`, begun if there is none."""
    return Tie.objects.get_or_create(person=person, defaults={"book": person.book})[0]


def is_resting(rest: Rest, today: date) -> bool:
    return rest.until is None or rest.until > today


def resting(book: Book, today: date) -> set[int]:
    """Persons (ids) whose ties rest on this day."""
    rows = Rest.objects.filter(person__book=book).values_list("person_id", "until")
    return {who for who, until in rows if until is None or until > today}
