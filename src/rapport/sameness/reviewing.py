"""Pairs that wait for the owner's word: which comes next, and what the word does.

A pair stays as it was asked, whatever is merged in the meantime: it is read through the merges, so that parting two
people brings their questions back too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from rapport.kit.prepared import Query, prepared
from rapport.kit.together import ask_together
from rapport.people.models import Book, Distinct, Merge, Person, Review
from rapport.people.tell_apart import tell_apart
from rapport.sameness.merge import Joining, merge, merge_all, unmerge

LATER = timedelta(days=14)
STAGES = {"one_click": 0, "asked": 1}


@dataclass(frozen=True)
class Asked:
    """One question: are these two (ids of living persons, the earlier first) one person?"""

    number: int
    first: int
    second: int
    stage: str
    code: str
    weight: float


def waiting(book: Book, now: datetime) -> list[Asked]:
    """What to ask today, the surest first, each pair once; what was put off comes again after two weeks."""
    rows = reviews_query(book).rows()
    if not rows:
        return []
    ask_together(each.of(book=book.pk) for each in (_merged, _apart, _away))
    into = living(book)
    apart = {frozenset(into.get(who, who) for who in pair) for pair in _apart.rows(book=book.pk)}
    away = {who for (who,) in _away.rows(book=book.pk)}
    found: dict[frozenset[int], Asked] = {}
    for number, one, other, stage, code, weight, not_before in sorted(
        rows, key=lambda row: (STAGES[row[3]], -row[5], row[0])
    ):
        first, second = sorted((into.get(one, one), into.get(other, other)))
        pair = frozenset((first, second))
        is_due = not_before is None or not_before <= now
        if first != second and is_due and pair not in apart and not pair & away:
            found.setdefault(pair, Asked(number, first, second, stage, code, weight))
    return list(found.values())


def reviews_query(book: Book) -> Query:
    """Whether anything waits at all."""
    return _reviews.of(book=book.pk)


def living(book: Book) -> dict[int, int]:
    """Who was merged away -> who they live on in."""
    into = dict(_merged.rows(book=book.pk))

    def root(who: int) -> int:
        while who in into:
            who = into[who]
        return who

    return {who: root(who) for who in into}


@prepared(numbers=("book",))
def _reviews(book: int) -> Any:
    columns = ("number", "first_id", "second_id", "stage", "code", "weight", "not_before")
    return Review.objects.filter(book=book).exclude(stage=Review.MOOT).values_list(*columns)


@prepared(numbers=("book",))
def _apart(book: int) -> Any:
    return Distinct.objects.filter(book=book).values_list("first_id", "second_id")


@prepared(numbers=("book",))
def _away(book: int) -> Any:
    return Person.objects.filter(book=book, trashed_at__isnull=False).values_list("id")


@prepared(numbers=("book",))
def _merged(book: int) -> Any:
    return Person.objects.filter(book=book, merged_into__isnull=False).values_list("id", "merged_into_id")


@transaction.atomic
def decide(book: Book, asked: Asked, word: str, *, now: datetime) -> Merge | None:
    """`same`: the two become one (returned: the merge); `different`: never asked again; `later`: in two weeks."""
    people = Person.objects.in_bulk([asked.first, asked.second])
    first, second = sorted(people.values(), key=lambda person: person.number)
    if word == "same":
        return merge(first, second, code=asked.code, now=now)
    if word == "different":
        tell_apart(first, [second], now=now)
    else:
        Review.objects.filter(book=book, number=asked.number).update(not_before=now + LATER)
    return None


@transaction.atomic
def accept_likely(book: Book, *, now: datetime) -> int:
    """Everything that takes one click, at once; each can still be parted. Returns how many became one."""
    joinings: list[Joining] = []
    used: set[int] = set()
    for asked in waiting(book, now):
        if asked.stage == "one_click" and not used & {asked.first, asked.second}:
            # A chain waits for the next time, when its first link is one person.
            joinings.append(Joining(asked.first, asked.second, asked.code))
            used |= {asked.first, asked.second}
    merge_all(book, joinings, now=now)
    return len(joinings)


@transaction.atomic
def part(done: Merge, *, now: datetime) -> Person:
    """Undo a merge, and remember that these are two. Raises ValueError when they were merged again since."""
    kept = done.kept
    gone = unmerge(done, now=now)
    tell_apart(kept, [gone], now=now)
    return gone
