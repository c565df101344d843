"""Answering a card: wrote, called, met (that is a touch), later, not this, done; and taking the answer back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from rapport.ledger.favours import thank
from rapport.ledger.models import Favour, Promise
from rapport.ledger.promises import settle_promise
from rapport.people.models import Book, Person
from rapport.rounds.models import Answer, Shown
from rapport.ties.models import Interaction
from rapport.ties.record import log, unlog

TOUCHES = {"wrote": ("message", "out"), "called": ("call", "both"), "met": ("meeting", "both")}
LATER = timedelta(days=7)


@dataclass(frozen=True)
class Meant:
    """A card's key, read: its kind, the persons' numbers, and the row it is about, if any."""

    kind: str
    number: int
    subject: int | None


def read_key(key: str) -> Meant | None:
    """`promised:12:34` is the promise 34 to person 12; None for anything else than a key."""
    kind, *numbers = key.split(":")
    if not numbers or not all(number.isdecimal() and len(number) < 10 for number in numbers):
        return None
    return Meant(kind, int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else None)


@transaction.atomic
def answer(book: Book, key: str, said: str, *, on: date, now: datetime, channel: str = "") -> Answer | None:
    """Take the owner's answer to the card `key` of the day `on`. None when the key means nobody in this book."""
    meant = read_key(key)
    person = Person.objects.here().filter(book=book, number=meant.number).first() if meant else None
    if meant is None or person is None:
        return None
    given = Answer.objects.create(
        book=book,
        person=person,
        kind=meant.kind,
        subject=key[:80],
        answer=said,
        day=on.toordinal(),
        until=(on + LATER).toordinal() if said == "later" else None,
    )
    Shown.objects.get_or_create(book=book, person=person, day=on.toordinal(), defaults={"kind": meant.kind})
    if said in TOUCHES:
        kind, direction = TOUCHES[said]
        log(people=[person], kind=kind, channel=channel or "hand", direction=direction, now=now, on=on,
            origin=f"answer:{given.pk}")  # fmt: skip
    if said in (*TOUCHES, "done"):
        _settle(book, meant, on=on, now=now)
    return given


@transaction.atomic
def take_back(given: Answer) -> None:
    """As if the card had not been answered: the touch logged for it goes, the promise is open, the favour unthanked."""
    for touched in Interaction.objects.filter(book=given.book, origin=f"answer:{given.pk}"):
        unlog(touched)
    meant = read_key(given.subject)
    if meant is not None and meant.kind == "promised":
        Promise.objects.filter(book=given.book, number=meant.subject).update(state="open", settled_on=None)
    if meant is not None and meant.kind == "thank":
        Favour.objects.filter(book=given.book, number=meant.subject).update(thanked_on=None)
        for touched in Interaction.objects.filter(book=given.book, origin=f"favour:{meant.subject}"):
            unlog(touched)
    Shown.objects.filter(book=given.book, person=given.person, day=given.day).delete()
    given.delete()


def _settle(book: Book, meant: Meant, *, on: date, now: datetime) -> None:
    """What the card was about is done with: the promise kept, the favour thanked for."""
    if meant.kind == "promised":
        for promise in Promise.objects.filter(book=book, number=meant.subject, state="open", way="mine"):
            settle_promise(promise, "kept", on=on)
    if meant.kind == "thank":
        for favour in Favour.objects.filter(book=book, number=meant.subject, thanked_on=None):
            thank(favour, on=on, now=now)
