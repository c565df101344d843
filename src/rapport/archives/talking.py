"""Interactions from an archive, many at once: each once by its natural key, with a touch per known participant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from rapport.formats.facts import TalkFact, When
from rapport.kit.bulk import insert
from rapport.people.keys import native
from rapport.people.models import Batch, Sighting
from rapport.ties.counting import counts
from rapport.ties.models import Interaction, Touch

COLUMNS = (
    *("book_id", "number", "key", "kind", "channel", "at", "on", "precision", "day"),
    *("subject", "text", "thread", "is_mass", "origin", "source", "batch_id", "is_hand"),
)
TOUCH = ("interaction_id", "person_id", "direction", "day", "kind", "channel", "counts")


@dataclass
class Talked:
    """What came of a chunk: `new` and `known` interactions, and whose ties changed."""

    new: int = 0
    known: int = 0
    touched: frozenset[int] = frozenset()


def bring_talks(
    talks: Sequence[TalkFact],
    *,
    batch: Batch,
    source: str,
    who: dict[str, int],
    keep_text: bool,
    is_first: bool = False,
) -> Talked:
    """Insert the talks whose participants are known (`who`: the source's person key -> person id).

    Talks with nobody known (broadcasts, strangers left out) are passed over. Those the book has already gain a
    sighting, and touches of participants that were not known before. `is_first`: the book has no talk of this source
    yet, so that none needs to be looked for.
    """
    keyed = {_key(source, talk): talk for talk in talks if any(party.key in who for party in talk.parties)}
    if not keyed:
        return Talked()
    book = batch.book
    there = {} if is_first else _there(batch, list(keyed))
    fresh = [key for key in keyed if key not in there]
    numbers = book.next_numbers("interaction", len(fresh)) if fresh else range(0)
    zone = ZoneInfo(book.owner.zone)
    latest = batch.began_at.astimezone(zone).toordinal() + 1  # a clock may be wrong by a day
    rows = [
        (book.pk, number, key, *_columns(keyed[key], zone, keep_text), source, batch.pk, False)
        for number, key in zip(numbers, fresh, strict=True)
    ]
    insert(Interaction, COLUMNS, rows)
    made = dict(
        Interaction.objects.filter(book=book, number__gte=numbers.start, number__lt=numbers.stop).values_list(
            "key", "pk"
        )
    )
    others = {key: pk for key, (pk, first) in there.items() if first != batch.pk}
    insert(Sighting, ("batch_id", "kind", "row"), [(batch.pk, "ties.interaction", pk) for pk in others.values()])
    return Talked(
        len(made), len(there), _touch(keyed, {**made, **{k: pk for k, (pk, _) in there.items()}}, who, zone, latest)
    )


def _touch(
    keyed: dict[str, TalkFact], rows: dict[str, int], who: dict[str, int], zone: ZoneInfo, latest: int
) -> frozenset[int]:
    """A touch for each known participant. What lies after `latest` (a day) has not happened: it warms nothing yet."""
    touches: dict[tuple[int, int], tuple[object, ...]] = {}
    for key, talk in keyed.items():
        counting = counts(talk.kind, len(talk.parties), talk.is_mass)
        day = contact_day(talk.when, zone)
        counting = counting and (day is None or day <= latest)
        for party in talk.parties:
            person = who.get(party.key)
            if person is not None:
                touches[(rows[key], person)] = (rows[key], person, party.direction, day, *_sort(talk), counting)
    insert(Touch, TOUCH, touches.values())
    return frozenset(person for _, person in touches)


def _there(batch: Batch, wanted: list[str]) -> dict[str, tuple[int, int | None]]:
    """Keys the book has: key -> (row, its first batch)."""
    found: dict[str, tuple[int, int | None]] = {}
    for start in range(0, len(wanted), 800):
        rows = Interaction.objects.filter(book=batch.book, key__in=wanted[start : start + 800])
        found.update({key: (pk, first) for key, pk, first in rows.values_list("key", "pk", "batch_id")})
    return found


def _key(source: str, talk: TalkFact) -> str:
    return native(source, talk.key, 200)


def _columns(talk: TalkFact, zone: ZoneInfo, keep_text: bool) -> tuple[object, ...]:
    text = talk.text if keep_text else ""
    shown = (talk.subject[:500], text, talk.thread[:300], talk.is_mass, "")
    at = instant(talk.when, zone)
    on = "" if at is not None else talk.when.text[:25]
    return (*_sort(talk), at, on, talk.when.precision, contact_day(talk.when, zone), *shown)


def _sort(talk: TalkFact) -> tuple[str, str]:
    return talk.kind[:16], talk.channel[:24]


def instant(when: When, zone: ZoneInfo) -> datetime | None:
    """The moment in UTC, only from minute precision on; floating times are read in `zone`."""
    if when.precision not in ("second", "minute"):
        return None
    at = datetime.fromisoformat(when.text)
    return (at if at.tzinfo is not None else at.replace(tzinfo=zone)).astimezone(UTC)


def contact_day(when: When, zone: ZoneInfo) -> int | None:
    """The day as written, else in the owner's zone; None when less than a day is known."""
    if when.precision == "day":
        return date.fromisoformat(when.text).toordinal()
    at = instant(when, zone)
    return None if at is None else at.astimezone(zone).toordinal()
