"""The archives of one of the town in a book, and whom each record of the truth became in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations
from pathlib import Path

import cast
from rapport.archives.intake import commit, read, receive
from rapport.people import keys
from rapport.people.models import Batch, Book, Person, Record
from rapport.sameness.merge import Joining, merge_all
from rapport.town.truth import Entry

SOURCES = {"calendar": "ics"}  # where the town's word for a source is not the product's
Key = tuple[str, str]


def bring(book: Book, files: Sequence[Path], *, is_new: bool = False) -> Batch:
    """Bring files in; `is_new`: as if they were others, byte for byte."""
    intake = receive(book, files, now=cast.MORNING)
    if is_new:
        intake.digests = [f"other {place}" for place, _ in enumerate(files)]
    read(intake, now=cast.MORNING, told=lambda *_: None)
    return commit(intake, now=cast.MORNING, told=lambda *_: None)


def whereabouts(book: Book, entries: Sequence[Entry]) -> dict[Key, int]:
    """The living person (id) that each record, by file and key, came to belong to."""
    held: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for source, key, who in Record.objects.filter(book=book).values_list("source", "key", "person_id"):
        held[source][key.split(":", 2)[2]] = who
    living = _living(book)
    found = {}
    for entry in entries:
        who = _holder(entry, held[SOURCES.get(entry.source, entry.source)])
        if who is not None:
            found[entry.file, entry.key] = living.get(who, who)
    return found


def couples(entries: Sequence[Entry], where: Mapping[Key, int]) -> tuple[int, list[tuple[Entry, Entry]]]:
    """How many pairs of records rightly became one person, and the pairs that did wrongly."""
    together: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        if (entry.file, entry.key) in where:
            together[where[entry.file, entry.key]].append(entry)
    joined = [pair for held in together.values() for pair in combinations(held, 2)]
    wrong = [(one, other) for one, other in joined if one.person != other.person]
    return len(joined) - len(wrong), wrong


def _living(book: Book) -> dict[int, int]:
    into = dict(Person.objects.filter(book=book, merged_into__isnull=False).values_list("pk", "merged_into_id"))
    for who in into:
        while into[who] in into:
            into[who] = into[into[who]]
    return into


def _holder(entry: Entry, held: Mapping[str, int]) -> int | None:
    """By the source's own key; where it is shared, by the name besides; a page by the last part of its address."""
    key = entry.key.casefold()
    slug = key.rstrip("/").rsplit("/", 1)[-1]
    exact = (
        key,
        f"email:{key}",
        f"phone:{key}",
        f"linkedin:{key}",
        f"facebook:{slug}",
        f"{key}|{keys.folded(entry.name)}",
    )
    for each in exact:
        if each in held:
            return held[each]
    shared = [who for each, who in held.items() if each.startswith((f"{key}|", f"name:{key}|"))]
    return shared[0] if len(shared) == 1 else None


def put_together(book: Book, entries: Sequence[Entry], *, now: datetime) -> None:
    """Make one person of all records that truly are one, as somebody would who knows these people."""
    where = whereabouts(book, entries)
    whose: defaultdict[str, set[int]] = defaultdict(set)
    for entry in entries:
        whose[entry.person].add(where[entry.file, entry.key])
    merge_all(book, [Joining(min(ids), who, "by_hand") for ids in whose.values() for who in ids - {min(ids)}], now=now)
