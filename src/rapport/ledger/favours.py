"""Favours: what was done for one another, and whether it was thanked for. Never a balance."""

from datetime import date, datetime

from django.db import transaction

from rapport.ledger.models import Favour
from rapport.people.findable import index
from rapport.people.models import Person
from rapport.ties.models import Interaction
from rapport.ties.record import log, unlog


@transaction.atomic
def favour(
    person: Person,
    *,
    what: str,
    on: date,
    way: str = "theirs",
    kind: str = "other",
    size: int = 1,
    thanked_on: date | None = None,
) -> Favour:
    """`person` did something for the owner (`way` theirs), or the owner for them (mine)."""
    done = Favour.objects.create(
        book=person.book,
        person=person,
        way=way,
        kind=kind,
        size=size,
        what=what[:500],
        done_on=on,
        thanked_on=thanked_on,
    )
    index(person.book, [person.pk])
    return done


@transaction.atomic
def change(done: Favour, *, what: str, on: date, way: str, kind: str, size: int) -> None:
    """It reads otherwise from now on."""
    done.what, done.done_on, done.way, done.kind, done.size = what[:500], on, way, kind, size
    done.save(update_fields=["what", "done_on", "way", "kind", "size"])
    index(done.book, [done.person_id])


@transaction.atomic
def forget(done: Favour) -> None:
    """It was never done; a thanks that was given stays a touch."""
    book, person = done.book, done.person_id
    done.delete()
    index(book, [person])


@transaction.atomic
def thank(done: Favour, *, on: date, now: datetime, channel: str = "") -> None:
    """The owner thanked for it on this day; that is a touch too."""
    done.thanked_on = on
    done.save(update_fields=["thanked_on"])
    log(people=[done.person], kind="thanks", channel=channel or "hand", direction="out", now=now, on=on,
        origin=f"favour:{done.number}")  # fmt: skip


@transaction.atomic
def unthank(done: Favour) -> None:
    """It was not thanked for after all: the touch goes too."""
    done.thanked_on = None
    done.save(update_fields=["thanked_on"])
    for touched in Interaction.objects.filter(book=done.book, origin=f"favour:{done.number}"):
        unlog(touched)
