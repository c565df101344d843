"""Keeping the round of a day once it was answered or mailed: from then on it only shrinks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import transaction

from rapport.members.models import Member
from rapport.people.models import Book
from rapport.rounds.compose import ACTS, Candidate
from rapport.rounds.desk import Desk
from rapport.rounds.memory import memory_of
from rapport.rounds.models import Answer, Shown
from rapport.rounds.today import chosen_for


@transaction.atomic
def keep(member: Member, *, on: date, minutes: int) -> None:
    """Remember whose round this day's is. Kept before, it stays as it was."""
    book = Book.of(member)
    if not Shown.objects.filter(book=book, day=on.toordinal()).exists():
        _write(book, on, chosen_for(Desk(member, book, on), minutes))


@transaction.atomic
def keep_anew(member: Member, *, on: date, minutes: int) -> None:
    """The owner has more or less time than thought: the rest of a kept round is put together once more."""
    book = Book.of(member)
    kept = Shown.objects.filter(book=book, day=on.toordinal())
    if not kept.exists():
        return
    answered = Answer.objects.filter(book=book, day=on.toordinal())
    kept.exclude(person__in=answered.filter(person__isnull=False).values("person")).delete()
    desk = Desk(member, book, on)
    memory = memory_of(desk)
    free = replace(memory, shown={who: day for who, day in memory.shown.items() if day != desk.day}, kept=frozenset())
    _write(book, on, chosen_for(desk, minutes, memory=free, acts=max(0, ACTS - answered.count())))


def _write(book: Book, on: date, chosen: Iterable[Candidate]) -> None:
    Shown.objects.bulk_create(
        (
            Shown(
                book=book, person_id=who, day=on.toordinal(), kind=candidate.kind, subject="" if who else candidate.key
            )
            for candidate in chosen
            for who in candidate.people or (None,)
        ),
        ignore_conflicts=True,
    )
