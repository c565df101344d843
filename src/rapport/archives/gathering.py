"""Calendar entries from an archive become Occasions, their guests Presences: known privately, never hub events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from rapport.archives.talking import contact_day, instant
from rapport.formats.facts import GatheringFact, When
from rapport.kit.bulk import insert
from rapport.people.findable import index_occasions
from rapport.people.keys import native
from rapport.people.models import Batch, Occasion, Presence, Sighting

COLUMNS = (
    *("book_id", "number", "key", "title", "place", "url", "text", "begins_on", "begins_at", "ends_at"),
    *("own_answer", "is_cancelled", "source", "batch_id", "is_hand"),
)
PRESENCE = ("book_id", "number", "person_id", "key", "source", "batch_id", "is_hand", "occasion_id", "answer")


@dataclass
class Gathered:
    new: int = 0
    known: int = 0
    changed: frozenset[int] = frozenset()


def bring_gatherings(facts: Sequence[GatheringFact], *, batch: Batch, source: str, who: dict[str, int]) -> Gathered:
    """Insert the gatherings and who was invited of those known (`who`: the source's person key -> person id)."""
    keyed = {_key(source, fact): fact for fact in facts}
    there = _there(batch, list(keyed))
    fresh = [key for key in keyed if key not in there]
    if fresh:
        numbers = batch.book.next_numbers("occasion", len(fresh))
        zone = ZoneInfo(batch.book.owner.zone)
        rows = [
            (batch.book_id, number, key, *_columns(keyed[key], zone), source, batch.pk, False)
            for number, key in zip(numbers, fresh, strict=True)
        ]
        insert(Occasion, COLUMNS, rows)
    seen = [(batch.pk, "people.occasion", pk) for pk, first in there.values() if first != batch.pk]
    insert(Sighting, ("batch_id", "kind", "row"), seen)
    ids = {key: pk for key, (pk, _) in _there(batch, list(keyed)).items()}
    index_occasions(batch.book, [ids[key] for key in fresh])
    changed = _guests(keyed, ids, batch, source, who)
    return Gathered(len(fresh), len(there), changed)


def _guests(
    keyed: dict[str, GatheringFact], ids: dict[str, int], batch: Batch, source: str, who: dict[str, int]
) -> frozenset[int]:
    wanted: dict[tuple[int, str], tuple[int, str]] = {}
    for key, fact in keyed.items():
        for guest in fact.guests:
            if guest.key in who:
                wanted.setdefault((who[guest.key], key), (ids[key], guest.answer[:12]))
    there: dict[tuple[int, str], tuple[int, int | None]] = {}
    people = sorted({person for person, _ in wanted})
    for start in range(0, len(people), 800):
        held = Presence.objects.filter(person__in=people[start : start + 800])
        there |= {(row[0], row[1]): (row[2], row[3]) for row in held.values_list("person_id", "key", "pk", "batch_id")}
    fresh = {at: value for at, value in wanted.items() if at not in there}
    seen = [there[at][0] for at in wanted if at in there and there[at][1] != batch.pk]
    insert(Sighting, ("batch_id", "kind", "row"), [(batch.pk, "people.presence", pk) for pk in seen])
    if fresh:
        numbers = batch.book.next_numbers("presence", len(fresh))
        rows = [
            (batch.book_id, number, person, key, source, batch.pk, False, occasion, answer)
            for number, ((person, key), (occasion, answer)) in zip(numbers, fresh.items(), strict=True)
        ]
        insert(Presence, PRESENCE, rows)
    return frozenset(at[0] for at in wanted if at in fresh or there[at][1] == batch.pk)


def _there(batch: Batch, wanted: list[str]) -> dict[str, tuple[int, int | None]]:
    found: dict[str, tuple[int, int | None]] = {}
    for start in range(0, len(wanted), 800):
        rows = Occasion.objects.filter(book=batch.book, key__in=wanted[start : start + 800])
        found |= {key: (pk, first) for key, pk, first in rows.values_list("key", "pk", "batch_id")}
    return found


def _columns(fact: GatheringFact, zone: ZoneInfo) -> tuple[Any, ...]:
    day = contact_day(fact.begins, zone)
    words = (fact.title[:400], fact.place[:400], fact.url[:1000], fact.text)
    times = (date.fromordinal(day) if day else None, instant(fact.begins, zone), _end(fact.ends, zone))
    return (*words, *times, fact.own_answer[:12], fact.is_cancelled)


def _end(when: When | None, zone: ZoneInfo) -> Any:
    return instant(when, zone) if when is not None else None


def _key(source: str, fact: GatheringFact) -> str:
    return native(source, fact.key, 400)
