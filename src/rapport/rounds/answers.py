"""Answering a card: wrote, called, met (that is a touch), done, later, not this, rest; and taking the answer back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from rapport.people.models import Book, Person
from rapport.rounds.keeping import keep
from rapport.rounds.models import Answer, Shown
from rapport.rounds.peace import AGAIN_AFTER
from rapport.rounds.suggestion import Suggestion
from rapport.rounds.today import by_kind
from rapport.ties.models import Interaction
from rapport.ties.record import log, unlog
from rapport.ties.rest import rest, wake

TOUCHES = {"wrote": ("message", "out"), "called": ("call", "both"), "met": ("meeting", "both")}
ANSWERS = frozenset(word for word, _ in Answer.ANSWERS)
LATER = timedelta(days=AGAIN_AFTER)


@dataclass(frozen=True)
class Meant:
    """A card's key, read: its suggestion, the persons' numbers, and the number of what it is about, if any."""

    suggestion: Suggestion
    people: tuple[int, ...]
    subject: int | None


def read_key(key: str) -> Meant | None:
    """`promised:12:34` is the promise 34 to person 12; None for anything else than a key."""
    kind, *words = key.split(":")
    suggestion = by_kind().get(kind)
    if suggestion is None or not all(word.isdecimal() and len(word) < 10 for word in words):
        return None
    numbers = [int(word) for word in words]
    people = suggestion.people
    return Meant(suggestion, tuple(numbers[:people]), numbers[people] if len(numbers) > people else None)


@transaction.atomic
def answer(book: Book, key: str, said: str, *, on: date, now: datetime, channel: str = "") -> Answer | None:
    """Take the owner's answer to the card `key` of the day `on`. None when the key means nobody in this book, or
    when `said` is no answer. The same answer twice is one."""
    meant = read_key(key)
    people = _people(book, meant) if meant else None
    if meant is None or people is None or said not in ANSWERS:
        return None
    known = Answer.objects.filter(book=book, day=on.toordinal(), subject=key[:80], answer=said).first()
    if known is not None:
        return known
    keep(book.owner, on=on, minutes=book.owner.minutes)
    given = _written(book, key, meant, people, said, on)
    if said in TOUCHES and people:
        kind, direction = TOUCHES[said]
        log(people=people, kind=meant.suggestion.touch or kind, channel=channel or "hand", direction=direction,
            now=now, on=on, origin=f"answer:{given.pk}")  # fmt: skip
    if said in (*TOUCHES, "done") and meant.subject is not None:
        meant.suggestion.settle(book, meant.subject, on)
    if said == "rest":
        for person in people:
            rest(person, now=now)
    return given


@transaction.atomic
def take_back(given: Answer) -> None:
    """As if the card had not been answered: the touch logged for it goes, what it was about is open again."""
    for touched in Interaction.objects.filter(book=given.book, origin=f"answer:{given.pk}"):
        unlog(touched)
    meant = read_key(given.subject)
    if meant is not None and meant.subject is not None and given.answer in (*TOUCHES, "done"):
        meant.suggestion.reopen(given.book, meant.subject, date.fromordinal(given.day))
    if given.answer == "rest" and given.person is not None:
        wake(given.person)
    given.delete()


def _people(book: Book, meant: Meant) -> list[Person] | None:
    found = {person.number: person for person in Person.objects.here().filter(book=book, number__in=meant.people)}
    return [found[number] for number in meant.people] if len(found) == len(set(meant.people)) else None


def _written(book: Book, key: str, meant: Meant, people: list[Person], said: str, on: date) -> Answer:
    for person in people:
        Shown.objects.get_or_create(
            book=book, person=person, day=on.toordinal(), defaults={"kind": meant.suggestion.kind}
        )
    return Answer.objects.create(
        book=book,
        person=people[0] if people else None,
        other=people[1] if len(people) > 1 else None,
        kind=meant.suggestion.kind,
        subject=key[:80],
        answer=said,
        day=on.toordinal(),
        until=(on + LATER).toordinal() if said == "later" else None,
    )
