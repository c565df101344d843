"""Same person: what is sure is merged, what is likely is asked, what was said to be different stays apart."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from rapport.likeness import Pair, Record, pairs
from rapport.people.models import Batch, Book, Day, Distinct, Home, Identity, Job, Name, Person
from rapport.people.models import Record as Row
from rapport.sameness.merge import Joining, merge_all
from rapport.sameness.questions import ask, asked_already, judge_anew
from rapport.sameness.reviewing import waiting

PROFILES = ("email", "phone")


@dataclass(frozen=True)
class Resolved:
    """How many were merged by themselves, how many pairs now wait for the owner, and whom the merges changed."""

    merged: int
    to_review: int
    kept: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Compared:
    """What was read of a book's people, and which pairs were found by it."""

    read: tuple[object, ...]
    found: list[Pair]


def compare(
    book: Book, *, changed: Collection[int] | None, batch: Batch | None = None, before: Compared | None = None
) -> Compared:
    """Find who may be one person; nothing is written. What was found `before` is taken as it is, if all that is read
    is as it was then."""
    records = read_records(book)
    apart = _told_apart(book)
    again = asked_already(book, _told(changed, batch))
    touched = None if changed is None else set(changed) & {record.id for record in records}
    read = (records, touched, apart, again)
    if before is not None and before.read == read:
        return before
    return Compared(read, pairs(records, changed=touched, different=apart, also=again))


@transaction.atomic
def resolve(
    book: Book,
    *,
    changed: Collection[int] | None,
    now: datetime,
    batch: Batch | None = None,
    before: Compared | None = None,
) -> Resolved:
    """Compare the book's people (with `changed`, ids, only pairs that touch one of those) and act on what is found.
    Of a large book that takes seconds: who has done it `before`, outside of a transaction, keeps no writer waiting.

    Merges are logged under `batch`, so that undoing it parts them again.
    """
    told, told_apart = _told(changed, batch), _told_apart(book)
    found = compare(book, changed=changed, batch=batch, before=before).found
    joinings = _joined([pair for pair in found if pair.stage == "automatic"])
    merge_all(book, joinings, now=now, batch=batch, is_automatic=True)
    into = {joining.gone: joining.kept for joining in joinings}
    likely = [pair for pair in found if pair.stage != "automatic"]
    ask(book, likely, changed=told, told_apart=told_apart, batch=batch)
    return Resolved(len(joinings), len(waiting(book, now)), frozenset(into.values()))


@transaction.atomic
def judge_again(book: Book, asked: Collection[tuple[int, int]]) -> None:
    """Bring these questions (pairs of ids) in line with the facts. What would be certain is asked: nothing merges."""
    if not asked:
        return
    told_apart = _told_apart(book)
    touched = {who for pair in asked for who in pair}
    found = pairs(read_records(book), changed=touched, different=told_apart, also=asked)
    likely = [replace(pair, stage="one_click") if pair.stage == "automatic" else pair for pair in found]
    judge_anew(book, likely, asked)


def _told_apart(book: Book) -> frozenset[tuple[int, int]]:
    return frozenset(Distinct.objects.filter(book=book).values_list("first_id", "second_id"))


def _told(changed: Collection[int] | None, batch: Batch | None) -> Collection[int] | None:
    """Whom `batch` told something new of that helps to tell people apart: being in touch, which `changed` counts too,
    tells nothing."""
    if batch is None:
        return changed
    models: tuple[Any, ...] = (Name, Identity, Day, Job, Home, Row)
    rows = (model.objects.filter(batch=batch).order_by().values_list("person_id", flat=True) for model in models)
    return {who for found in rows for who in found.distinct()}


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
