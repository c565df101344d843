"""What the reading child left behind, handed to whoever shows it or brings it into the book."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

import msgspec

from rapport.formats.facts import (
    AskFact,
    DroppedFact,
    GatheringFact,
    MineFact,
    NoteFact,
    Party,
    PersonFact,
    Precision,
    SkippedFact,
    TalkFact,
    Taste,
    UnknownFact,
    When,
    Zone,
)
from rapport.readers.scratch import DOOR, readable

F = TypeVar("F")
Counts = dict[str, int]

BATCH = 5000
EXAMPLES = 20
MOST_TASTES = 12  # days on which one person told of one topic: the earliest, which no newer archive changes
KINDS = (
    *("people", "faint", "interactions", "gatherings", "interests", "links"),
    *("dropped", "skipped", "not_understood"),
)
_COUNT = """
select source, 'people', sum(not is_faint) from persons group by source
union all select source, 'faint', sum(is_faint) from persons group by source
union all select source, 'interests', sum(tastes) from persons group by source
union all select source, 'interests', count(distinct person || char(31) || topic) from tastes group by source
union all select source, 'interactions', count(*) from talks group by source
union all select source, 'gatherings', count(*) from gatherings group by source
union all select source, replace(what, 'unknown', 'not_understood'), sum(count) from counts group by source, what
"""
_PRECISIONS, _ZONES = frozenset(get_args(Precision)), frozenset(get_args(Zone))
_parties = msgspec.msgpack.Decoder(tuple[Party, ...]).decode
_TALK = "n, key, kind, channel, at, precision, zone, thread, is_mass, subject, text, parties"


@dataclass(frozen=True)
class ReadSource:
    """One source that took part; `message` is its sentence if it refused, else empty."""

    kind: str
    label: str
    files: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class Preview:
    """What the owner sees before anything is brought in: counts by source, and a few facts of each kind."""

    sources: tuple[ReadSource, ...]
    counts: dict[str, Counts]
    people: tuple[PersonFact, ...]
    talks: tuple[TalkFact, ...]
    gatherings: tuple[GatheringFact, ...]
    dropped: tuple[DroppedFact, ...]
    skipped: tuple[SkippedFact, ...]
    unknown: tuple[UnknownFact, ...]
    asks: tuple[AskFact, ...]
    says: tuple[str, ...]
    mine: tuple[MineFact, ...]


class Staged:
    """The staged facts in the file at `path`. Facts of a source come in the order read, in lists of at most `size`;
    where no source is named, those of all come, and what was found out at the door with them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def sources(self) -> tuple[ReadSource, ...]:
        files = msgspec.msgpack.Decoder(tuple[str, ...])
        rows = self._all("select kind, label, files, message from sources where kind != ? order by n", DOOR)
        return tuple(ReadSource(kind, label, files.decode(named), message) for kind, label, named, message in rows)

    def counts(self) -> dict[str, Counts]:
        """By source, how many of each of KINDS. The door's own counts stand under the empty name."""
        found: dict[str, Counts] = defaultdict(lambda: dict.fromkeys(KINDS, 0))
        for source in self.sources():
            found[source.kind].update()
        for source_kind, what, count in self._all(_COUNT):
            found[source_kind][what] += count
        return dict(found)

    def total(self) -> Counts:
        """The counts of all sources and the door together."""
        counts = self.counts().values()
        return {kind: sum(of_source[kind] for of_source in counts) for kind in KINDS}

    def persons(self, source: str, size: int = BATCH) -> Iterator[list[PersonFact]]:
        """Everybody in the source, once each, united, with the interests found in what they wrote."""
        decode = msgspec.msgpack.Decoder(PersonFact).decode
        for rows in self._batches("persons", "n, fact", source, size):
            facts = [decode(row[1]) for row in rows]
            tastes = self._tastes(source, [fact.key for fact in facts])
            yield [_named(_tasting(fact, tastes.get(fact.key, ()))) for fact in facts]

    def talks(self, source: str, size: int = BATCH) -> Iterator[list[TalkFact]]:
        for rows in self._batches("talks", _TALK, source, size):
            yield [_talk(row) for row in rows]

    def gatherings(self, source: str, size: int = BATCH) -> Iterator[list[GatheringFact]]:
        decode = msgspec.msgpack.Decoder(GatheringFact).decode
        for rows in self._batches("gatherings", "n, fact", source, size):
            yield [decode(row[1]) for row in rows]

    def places(self, source: str) -> list[str]:
        """The parts of a Rapport export of which rows were staged."""
        return [place for (place,) in self._all("select distinct place from rows where source = ?", source)]

    def rows(self, source: str, place: str, size: int = BATCH) -> Iterator[list[str]]:
        """Rows of a Rapport export as JSON, in file order."""
        query = "select n, row from rows where source = ? and place = ? and n > ? order by n limit ?"
        last = 0
        while found := self._all(query, source, place, last, size):
            yield [row for _, row in found]
            last = found[-1][0]

    def mine(self, source: str | None = None) -> tuple[MineFact, ...]:
        return self._listed("mine", MineFact, source)

    def dropped(self, source: str | None = None) -> tuple[DroppedFact, ...]:
        """At most 1,000 of each source; `counts` has them all."""
        return self._listed("dropped", DroppedFact, source)

    def unknown(self, source: str | None = None) -> tuple[UnknownFact, ...]:
        """At most 1,000 of each source; `counts` has them all."""
        return self._listed("unknown", UnknownFact, source)

    def asks(self, source: str | None = None) -> tuple[AskFact, ...]:
        return self._listed("asks", AskFact, source)

    def says(self, source: str | None = None) -> tuple[str, ...]:
        return tuple(fact.text for fact in self._listed("says", NoteFact, source))

    def skipped(self, source: str | None = None) -> tuple[SkippedFact, ...]:
        query = "select why, sum(count) from counts where what = 'skipped' and (?1 is null or source = ?1) group by why"
        return tuple(SkippedFact(why, count) for why, count in self._all(query, source))

    def notes(self) -> dict[str, str]:
        """What the run says of itself: `network` is how it was kept from the network."""
        return dict(self._all("select name, value from meta"))

    def preview(self) -> Preview:
        sources = self.sources()
        kinds = [source.kind for source in sources]
        return Preview(
            sources,
            self.counts(),
            tuple(fact for kind in kinds for fact in _first(self.persons(kind, EXAMPLES)))[:EXAMPLES],
            tuple(fact for kind in kinds for fact in _first(self.talks(kind, EXAMPLES)))[:EXAMPLES],
            tuple(fact for kind in kinds for fact in _first(self.gatherings(kind, EXAMPLES)))[:EXAMPLES],
            self.dropped(),
            self.skipped(),
            self.unknown(),
            self.asks(),
            self.says(),
            self.mine(),
        )

    def _tastes(self, source: str, keys: list[str]) -> dict[str, tuple[Taste, ...]]:
        """By person, what they told of themselves; of each topic the earliest days."""
        query = """select person, fact from (
            select person, fact, row_number() over (partition by person, topic order by day = '', day) as place, topic
            from tastes where source = ? and person in (select value from json_each(?))
        ) where place <= ? order by person, topic, place"""
        decode = msgspec.msgpack.Decoder(Taste).decode
        found: dict[str, tuple[Taste, ...]] = {}
        for person, fact in self._all(query, source, msgspec.json.encode(keys).decode(), MOST_TASTES):
            found[person] = (*found.get(person, ()), decode(fact))
        return found

    def _batches(self, table: str, columns: str, source: str, size: int) -> Iterator[list[tuple[Any, ...]]]:
        # The plus keeps SQLite from sorting the whole source anew for every batch.
        query = f"select {columns} from {table} where +source = ? and n > ? order by n limit ?"  # noqa: S608
        last = 0
        while rows := self._all(query, source, last, size):
            yield rows
            last = rows[-1][0]

    def _listed(self, table: str, of: type[F], source: str | None) -> tuple[F, ...]:
        query = f"select fact from {table} where ?1 is null or source = ?1 order by n"  # noqa: S608 - our names
        decode = msgspec.msgpack.Decoder(of).decode
        return tuple(decode(fact) for (fact,) in self._all(query, source))

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(readable(self.path)) as connection:
            return connection.execute(query, values).fetchall()


def _talk(row: tuple[Any, ...]) -> TalkFact:
    _, key, kind, channel, at, precision, zone, thread, is_mass, subject, text, parties = row
    if precision not in _PRECISIONS or zone not in _ZONES:
        raise ValueError(f"no precision {precision!r} or zone {zone!r}")
    when = When(at, precision, zone)
    return TalkFact(key, kind, channel, when, _parties(parties), subject, text, thread, bool(is_mass))


def _tasting(fact: PersonFact, tastes: tuple[Taste, ...]) -> PersonFact:
    return msgspec.structs.replace(fact, tastes=fact.tastes + tastes) if tastes else fact


def _named(fact: PersonFact) -> PersonFact:
    """A nameless sender is called by the address."""
    if fact.name:
        return fact
    return msgspec.structs.replace(fact, name=fact.handles[0].handle if fact.handles else fact.key)


def _first(batches: Iterator[list[F]]) -> list[F]:
    return next(batches, [])
