"""Promises: made, kept, broken, released; a recurring one is made anew when it is kept."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.ledger.models import Promise
from rapport.people.findable import index
from rapport.people.models import Person


@transaction.atomic
def promise(
    person: Person, *, what: str, on: date, way: str = "mine", due_on: date | None = None, every_days: int | None = None
) -> Promise:
    """A promise of the owner to `person` (`way` mine) or of `person` to the owner (theirs)."""
    made = Promise.objects.create(
        book=person.book, person=person, way=way, what=what[:500], made_on=on, due_on=due_on, every_days=every_days
    )
    index(person.book, [person.pk])
    return made


@transaction.atomic
def follow_up(person: Person, *, after: str, on: date, due_on: date) -> Promise:
    """The owner wants to write to somebody met on that day at `after`, and to be reminded."""
    what = _("Follow up after %(occasion)s") % {"occasion": after}
    made = Promise.objects.create(
        book=person.book, person=person, what=what[:500], made_on=on, due_on=due_on, is_follow_up=True
    )
    index(person.book, [person.pk])
    return made


@transaction.atomic
def settle_promise(made: Promise, state: str, *, on: date) -> Promise | None:
    """Kept, broken or released on this day. Returns the next of a recurring promise that was kept, else None."""
    made.state, made.settled_on = state, on
    made.save(update_fields=["state", "settled_on"])
    if state != "kept" or not made.every_days:
        return None
    due = max(made.due_on or on, on) + timedelta(days=made.every_days)
    return promise(made.person, what=made.what, on=on, way=made.way, due_on=due, every_days=made.every_days)


@transaction.atomic
def change(made: Promise, *, what: str, due_on: date | None, every_days: int | None) -> None:
    """It reads otherwise from now on."""
    made.what, made.due_on, made.every_days = what[:500], due_on, every_days
    made.save(update_fields=["what", "due_on", "every_days"])
    index(made.book, [made.person_id])


@transaction.atomic
def forget(made: Promise) -> None:
    """It was never made."""
    book, person = made.book, made.person_id
    made.delete()
    index(book, [person])


def reopen(made: Promise, *, now: datetime) -> None:
    """The owner settled it by mistake."""
    made.state, made.settled_on = "open", None
    made.save(update_fields=["state", "settled_on"])
