"""A morning of Ann's for the tests of suggestions: her book, and cards as they would stand on the page."""

from collections.abc import Iterable
from datetime import date, timedelta

import cast
from rapport.members.models import Member
from rapport.people.models import Person
from rapport.rounds.today import Act, the_round
from rapport.ties.models import Interaction, Touch
from rapport.ties.record import log
from rapport.ties.recount import recount

TODAY = date(2026, 11, 19)


def acts(ann: Member, *, on: date = TODAY, minutes: int = 60) -> list[Act]:
    return list(the_round(ann, on=on, minutes=minutes, now=cast.MORNING).acts)


def card(ann: Member, kind: str, *, on: date = TODAY, most: int | None = None) -> Act:
    """The one card of that kind; the first one, if there may be `most` of them or more."""
    found = [act for act in acts(ann, on=on) if act.kind == kind]
    assert found if most else len(found) == 1, [act.kind for act in acts(ann, on=on)]
    return found[0]


def kinds(ann: Member, *, on: date = TODAY) -> set[str]:
    return {act.kind for act in acts(ann, on=on)}


def talked(person: Person, *days_ago: int, direction: str = "both", on: date = TODAY) -> None:
    """They were in touch on these days."""
    _write(person, days_ago, direction, on)
    recount(person.book, [person.pk])


def _write(person: Person, days_ago: Iterable[int], direction: str, on: date) -> None:
    days = sorted((on - timedelta(days=ago)).toordinal() for ago in days_ago)
    numbers = person.book.next_numbers("interaction", len(days))
    said = Interaction.objects.bulk_create(
        Interaction(
            book=person.book, number=number, key=f"said:{number}", kind="message", channel="email", precision="day",
            on=date.fromordinal(day).isoformat(), day=day, is_hand=True,
        )
        for day, number in zip(days, numbers, strict=True)
    )  # fmt: skip
    Touch.objects.bulk_create(Touch.of(each, person, direction) for each in said)


def connected(person: Person, days_ago: int, *, on: date = TODAY) -> None:
    """They connected on a network, without a word."""
    log(people=[person], kind="connection", channel="linkedin", direction="both", now=cast.MORNING,
        on=on - timedelta(days=days_ago))  # fmt: skip


def busy_book(count: int = 12) -> tuple[Member, list[Person]]:
    """Ann and people she used to write to most weeks, each a little longer ago than the one before."""
    ann = cast.ann()
    people = [cast.known(ann, f"Friend {chr(65 + n)}") for n in range(count)]
    for n, person in enumerate(people):
        _write(person, range(40 + 3 * n, 140 + 3 * n, 7), "both", TODAY)
    recount(people[0].book, [person.pk for person in people])
    return ann, people
