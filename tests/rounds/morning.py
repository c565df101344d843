"""A morning of Ann's for the tests of suggestions: her book, and cards as they would stand on the page."""

from datetime import date, timedelta

import cast
from rapport.members.models import Member
from rapport.people.models import Book, Person
from rapport.rounds.today import Act, the_round
from rapport.ties.models import Tie
from rapport.ties.record import log

TODAY = date(2026, 11, 19)


def acts(ann: Member, *, on: date = TODAY, minutes: int = 60) -> list[Act]:
    return list(the_round(ann, on=on, minutes=minutes, now=cast.MORNING).acts)


def card(ann: Member, kind: str, *, on: date = TODAY) -> Act:
    """The one card of that kind."""
    found = [act for act in acts(ann, on=on) if act.kind == kind]
    assert len(found) == 1, [act.kind for act in acts(ann, on=on)]
    return found[0]


def kinds(ann: Member, *, on: date = TODAY) -> set[str]:
    return {act.kind for act in acts(ann, on=on)}


def talked(person: Person, *days_ago: int, direction: str = "both", on: date = TODAY) -> None:
    """They were in touch on these days."""
    for ago in sorted(days_ago, reverse=True):
        log(people=[person], kind="message", channel="email", direction=direction, now=cast.MORNING,
            on=on - timedelta(days=ago))  # fmt: skip


def connected(person: Person, days_ago: int, *, on: date = TODAY) -> None:
    Tie.objects.update_or_create(
        person=person, defaults={"book": person.book, "began_day": on.toordinal() - days_ago, "began_how": "linkedin"}
    )


def busy_book(count: int = 12) -> tuple[Member, list[Person]]:
    """Ann and people she used to write to most weeks, each a little longer ago than the one before."""
    ann = cast.ann()
    people = [cast.known(ann, f"Friend {chr(65 + n)}") for n in range(count)]
    for n, person in enumerate(people):
        talked(person, *range(40 + 3 * n, 140 + 3 * n, 7))
    return ann, people


def book_of(ann: Member) -> Book:
    return Book.of(ann)
