"""The way of an introduction: asked in turn, agreed or declined, made; each step by the owner's own hand."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from rapport.introductions.models import Consent, Introduction
from rapport.journal.write import forget
from rapport.people.models import Interest, Person
from rapport.ties.models import Interaction
from rapport.ties.record import log, unlog

NEXT = {
    "idea": ("first_asked", "dropped"),
    "first_asked": ("first_agreed", "declined", "dropped"),
    "first_agreed": ("second_asked", "dropped"),
    "second_asked": ("agreed", "declined", "dropped"),
    "agreed": ("made", "dropped"),
    "made": (),
    "declined": (),
    "dropped": (),
}
BACK = {"first_asked": "idea", "first_agreed": "first_asked", "second_asked": "first_agreed", "agreed": "second_asked"}
BACK |= {"made": "agreed", "dropped": "idea"}

AGREED = ("first_agreed", "agreed")
WAITING = ("first_asked", "second_asked")  # for an answer: the owner has nothing to do


class StepError(ValueError):
    """This step cannot follow the present one."""


def by_need(introductions: Iterable[Introduction]) -> list[Introduction]:
    """Those in which the next step is the owner's come first, the furthest on the way before others; then those that
    wait for somebody's answer. Among equals the newest."""
    ways = {state: at for at, state in enumerate(NEXT)}
    newest = sorted(introductions, key=lambda one: (one.moved_at, one.number), reverse=True)
    return sorted(newest, key=lambda one: (one.state in WAITING, 0 if one.state in WAITING else -ways[one.state]))


@transaction.atomic
def begin(*, first: Person, second: Person, topic: str, now: datetime) -> Introduction:
    """The owner thinks of bringing the two together; `first` is asked first. There is one introduction of two people,
    whoever comes first."""
    if first.pk == second.pk or first.book_id != second.book_id:
        raise StepError("Choose two different people.")
    for one, other in ((first, second), (second, first)):
        known = Introduction.objects.filter(first=one, second=other).first()
        if known is not None:
            return known
    return Introduction.objects.create(
        book=first.book,
        first=first,
        second=second,
        topic=topic[:120],
        is_confided_first=is_confided(first, topic),
        is_confided_second=is_confided(second, topic),
        begun_at=now,
        moved_at=now,
    )


def is_confided(person: Person, topic: str) -> bool:
    """Whether anything that tells of this interest was told in confidence."""
    return bool(Interest.objects.shown().filter(person=person, topic=topic, is_confided=True).exists())


@transaction.atomic
def move(introduction: Introduction, to: str, *, now: datetime, is_logged: bool = True) -> None:
    """The next step. Asking is a touch, the introduction itself is one with both, unless it happens here and the hub
    tells of it (`is_logged` is False). A refusal leaves no trace with the other: nobody is told anything."""
    if to not in NEXT[introduction.state]:
        raise StepError("That step does not follow.")
    if to in AGREED and waits_here(introduction):
        raise StepError("Whoever was asked here says yes for themselves.")
    ask_no_more(introduction)
    if to == "declined":
        introduction.declined_by = "first" if introduction.state == "first_asked" else "second"
    if to in _TOUCHED and is_logged:
        kind, sides = _TOUCHED[to]
        people = [getattr(introduction, side) for side in sides]
        log(people=people, kind=kind, channel="email", direction="out", now=now, origin=_origin(introduction, to))
    introduction.state, introduction.moved_at = to, now
    introduction.save(update_fields=["state", "moved_at", "declined_by"])


@transaction.atomic
def step_back(introduction: Introduction, *, now: datetime) -> None:
    """The last step was a mistake; the touch logged for it goes. StepError where there is no way back."""
    if not may_step_back(introduction):
        raise StepError("That cannot be taken back.")
    for touched in _touched(introduction):
        unlog(touched)
    ask_no_more(introduction)
    if introduction.state == "declined":
        introduction.state = "first_asked" if introduction.declined_by == "first" else "second_asked"
    else:
        introduction.state = BACK.get(introduction.state, "idea")
    introduction.declined_by, introduction.moved_at = "", now
    introduction.save(update_fields=["state", "moved_at", "declined_by"])


def waits_here(introduction: Introduction) -> bool:
    """Whether a member was asked on the hub and has not answered."""
    return Consent.objects.filter(introduction=introduction, state="open", asked__isnull=False).exists()


def waits_by_mail(introduction: Introduction) -> bool:
    """Whether somebody was sent a link to answer by, and has not answered."""
    return Consent.objects.filter(introduction=introduction, state="open", asked=None).exists()


def may_step_back(introduction: Introduction) -> bool:
    """Two who were brought together here have their letter and their thread, and a no that somebody gave themselves
    stands: nothing takes these back."""
    if introduction.state == "made":
        return _touched(introduction).exists()
    if introduction.state == "declined":
        given = Consent.objects.filter(introduction=introduction, side=introduction.declined_by)
        return not given.filter(state__in=("refused", "acquainted")).exists()
    return introduction.state in BACK


def _touched(introduction: Introduction) -> QuerySet[Interaction]:
    """What was logged for the last step; nothing where the hub told of it."""
    origin = _origin(introduction, introduction.state)
    found: QuerySet[Interaction] = Interaction.objects.filter(book=introduction.book_id, origin=origin)
    return found


def ask_no_more(introduction: Introduction) -> None:
    """A question that still waits for its answer is taken back: whoever was asked finds nothing."""
    for consent in Consent.objects.filter(introduction=introduction, state="open"):
        forget(consent.reference)
        consent.delete()


def tell_outcome(introduction: Introduction, outcome: str) -> None:
    """What came of it, in the owner's words."""
    introduction.outcome = outcome.strip()[:500]
    introduction.save(update_fields=["outcome"])


_TOUCHED = {
    "first_asked": ("message", ("first",)),
    "second_asked": ("message", ("second",)),
    "made": ("introduction", ("first", "second")),
}


def _origin(introduction: Introduction, state: str) -> str:
    return f"introduction:{introduction.number}:{state}"
