"""Same person: what is sure is merged, what is likely is asked, what was said to be different stays apart."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from rapport.people.likeness import Pair, Record, pairs
from rapport.people.merge import Joining, merge_all
from rapport.people.models import Batch, Book, Day, Distinct, Home, Identity, Job, Name, Person, Review
from rapport.people.models import Record as Row
from rapport.people.reviewing import waiting

PROFILES = ("email", "phone")


@dataclass(frozen=True)
class Resolved:
    """How many were merged by themselves, how many pairs now wait for the owner, and whom the merges changed."""

    merged: int
    to_review: int
    kept: frozenset[int] = frozenset()


@transaction.atomic
def resolve(book: Book, *, changed: Collection[int] | None, now: datetime, batch: Batch | None = None) -> Resolved:
    """Compare the book's people (with `changed`, ids, only pairs that touch one of those) and act on what is found.

    Merges are logged under `batch`, so that undoing it parts them again.
    """
    records = read_records(book)
    living = {record.id for record in records}
    told_apart = frozenset(Distinct.objects.filter(book=book).values_list("first_id", "second_id"))
    found = pairs(records, changed=None if changed is None else set(changed) & living, different=told_apart)
    joinings = _joined([pair for pair in found if pair.stage == "automatic"])
    merge_all(book, joinings, now=now, batch=batch, is_automatic=True)
    into = {joining.gone: joining.kept for joining in joinings}
    _ask(book, [pair for pair in found if pair.stage != "automatic"], into, told_apart)
    return Resolved(len(joinings), len(waiting(book, now)), frozenset(into.values()))


def read_records(book: Book) -> list[Record]:
    """Everybody in the book as likeness reads them, in ten queries whatever the size."""
    people = list(Person.objects.here().filter(book=book).order_by("pk").values_list("pk", "name"))
    names = _values(Name, book, "text")
    ways = _ways(book)
    days = _values(Day, book, "on", kind="birthday")
    firms = _values(Job, book, "organization__name", organization__isnull=False)  # as written: R&T is no RT
    towns = _values(Home, book, "locality")
    homes = _values(Home, book, "text")
    entries = _values(Row, book, "key")
    return [
        Record(
            id=who,
            name=name,
            other_names=tuple(text for text in names.pop(who, ()) if text != name),
            emails=tuple(ways.pop((who, "email"), ())),
            phones=tuple(ways.pop((who, "phone"), ())),
            urls=tuple(ways.pop((who, ""), ())),
            birthdays=tuple(days.pop(who, ())),
            organizations=tuple(firms.pop(who, ())),
            localities=tuple(town for town in towns.pop(who, ()) if town),
            addresses=tuple(homes.pop(who, ())),
            source_keys=tuple(entries.pop(who, ())),
        )
        for who, name in people
    ]


def _values(model: Any, book: Book, column: str, **only: Any) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = model.objects.shown().filter(book=book, **only).order_by("pk").values_list("person_id", column)
    for who, value in rows:
        found[who].append(value)
    return found


def _ways(book: Book) -> defaultdict[tuple[int, str], list[str]]:
    """E-mail, telephones, and profile keys under an empty word."""
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    rows = (
        Identity.objects.shown().filter(book=book).order_by("pk").values_list("person_id", "platform", "handle", "key")
    )
    for who, platform, handle, key in rows:
        if platform in PROFILES:
            found[who, platform].append(handle)
        else:
            found[who, ""].append(key)
    return found


def _joined(sure: list[Pair]) -> list[Joining]:
    """Clusters of sure pairs as joinings into the lowest id of each: who was in the book first is kept."""
    root: dict[int, int] = {}

    def find(who: int) -> int:
        while root.setdefault(who, who) != who:
            who = root[who]
        return who

    code: dict[int, str] = {}
    for pair in sorted(sure, key=lambda pair: -pair.weight):
        low, high = sorted((find(pair.a), find(pair.b)))
        root[high] = low
        for who in (pair.a, pair.b):
            code.setdefault(who, pair.code)
    return [Joining(find(who), who, code[who]) for who in sorted(root) if find(who) != who]


def _ask(book: Book, likely: list[Pair], into: dict[int, int], told_apart: frozenset[tuple[int, int]]) -> None:
    """Reviews for the likely pairs; a pair that came to be one person, or was told apart, is not asked."""
    best: dict[tuple[int, int], Pair] = {}
    for pair in sorted(likely, key=lambda pair: (pair.stage != "one_click", -pair.weight)):
        first, second = sorted((into.get(pair.a, pair.a), into.get(pair.b, pair.b)))
        if first != second and (first, second) not in told_apart:
            best.setdefault((first, second), pair)
    known = set(Review.objects.filter(book=book).values_list("first_id", "second_id"))
    fresh = [(ends, pair) for ends, pair in best.items() if ends not in known]
    numbers = book.next_numbers("review", len(fresh)) if fresh else range(0)
    Review.objects.bulk_create(
        [
            Review(
                book=book,
                number=number,
                first_id=first,
                second_id=second,
                stage=pair.stage,
                code=pair.code,
                weight=round(pair.weight, 4),
            )
            for number, ((first, second), pair) in zip(numbers, fresh, strict=True)
        ],
        batch_size=500,
    )
