"""The child's one output: facts written in batches to a scratch file, each fact once by its natural key."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from rapport.formats.facts import (
    AskFact,
    DroppedFact,
    Fact,
    GatheringFact,
    LinkFact,
    MineFact,
    NoteFact,
    PersonFact,
    RowFact,
    SkippedFact,
    TalkFact,
    UnknownFact,
)
from rapport.kit.pictures.small import small_face
from rapport.people.keys import BOOK
from rapport.readers.scratch import DOOR, INSERTS, OF_A_SOURCE, encode, writable
from rapport.readers.tasting import Tasting
from rapport.readers.uniting import unite

BATCH_ROWS = 5000
BATCH_WEIGHT = 4_000_000  # characters and bytes
MOST_LISTED = 1000  # of dropped and unknown each; the rest is counted
GIVEN = ("persons", "talks", "gatherings")
_MOST_WHYS = 200

_person = msgspec.msgpack.Decoder(PersonFact).decode


class Staging:
    """Collects the facts of one source after another; `task` names the work, so that only the same is resumed."""

    def __init__(self, folder: Path, tasting: Tasting, *, task: str = "", keep_text: bool = False) -> None:
        self._connection = writable(folder, task)
        self._tasting, self._keep_text = tasting, keep_text
        self._source, self._is_marked = DOOR, False
        self._clear()
        self._listed: Counter[str] = Counter()
        self._adders: dict[type, Callable[[Any], None]] = {
            PersonFact: self._add_person,
            TalkFact: self._add_talk,
            GatheringFact: self._add_gathering,
            DroppedFact: lambda fact: self._list("dropped", fact),
            UnknownFact: lambda fact: self._list("unknown", fact),
            SkippedFact: lambda fact: self._count("skipped", fact.why, fact.count),
            LinkFact: lambda _: self._count("links", "", 1),
            MineFact: lambda fact: self._plain("mine", fact),
            AskFact: lambda fact: self._plain("asks", fact),
            NoteFact: lambda fact: self._plain("says", fact),
            RowFact: self._add_row,
        }

    def begin(self, kind: str, label: str, files: list[str]) -> bool:
        """Turn to a source; False if an earlier run read it to its end.

        What an interrupted run staged of it stays if its reader marks where it was, else it is read anew.
        """
        self.flush()
        self._source, self._is_marked = kind, False
        named = (kind, label, encode(files[:MOST_LISTED]))
        with self._connection:
            insert = "insert into sources (kind, label, files) values (?, ?, ?) on conflict do nothing"
            self._connection.execute(insert, named)
            (state,) = self._connection.execute("select state from sources where kind = ?", (kind,)).fetchone()
            for table in OF_A_SOURCE if state == "" else ():
                self._connection.execute(f"delete from {table} where source = ?", (kind,))  # noqa: S608 - our names
        listed = "select count from counts where what = ? and source = ?"
        self._listed = Counter({table: self._one(listed, table, kind) for table in ("dropped", "unknown")})
        return state in ("", "marked")

    def add(self, fact: Fact) -> None:
        self._adders[type(fact)](fact)
        if not self._is_marked:
            self._flush_if_full()

    def begun(self, file: str) -> int:
        """The byte of `file` that an interrupted run had come to."""
        return self._one("select done from progress where file = ?", file)

    def mark(self, file: str, done: int, total: int) -> None:
        """All facts up to byte `done` of `file` are added; written with them, in their transaction."""
        self._is_marked = True  # from now on whole records are written, or the counts would repeat on going on
        self._marks[file] = (file, done, total, self._source)
        self._flush_if_full()

    def end(self, refusal: str = "") -> None:
        """The source is read to its end; a `refusal` stands for it only if it gave nothing before."""
        self.flush()
        gave = any(self._one(f"select 1 from {table} where source = ?", self._source) for table in GIVEN)  # noqa: S608
        with self._connection:
            row = ("read", "" if gave else refusal, self._source)
            self._connection.execute("update sources set state = ?, message = ? where kind = ?", row)
        self._source = DOOR

    def note(self, name: str, value: str) -> None:
        """Say something about the whole run."""
        with self._connection:
            self._connection.execute("insert or replace into meta values (?, ?)", (name, value))

    def kept(self) -> int:
        """How many facts could go into a book, or were left out of it by design."""
        self.flush()
        counts = sum(self._one(f"select count(*) from {table}") for table in (*GIVEN, "mine"))  # noqa: S608 - our names
        return counts + self._one("select sum(count) from counts where what in ('links', 'skipped') and source != ''")

    def complaint(self) -> str:
        """One sentence why nothing could be kept: a source's refusal, else the first record dropped; or nothing."""
        refused = self._connection.execute("select message from sources where message != '' order by n").fetchone()
        if refused:
            return str(refused[0])
        row = self._connection.execute("select fact from dropped where source != '' order by n").fetchone()
        if not row:
            return ""
        first = msgspec.msgpack.decode(row[0], type=DroppedFact)
        return f"Nothing in it could be kept; the first reason is at {first.where}: {first.why}."

    def flush(self) -> None:
        """Write what waits, in one transaction."""
        if not (self._waiting or self._counts or self._marks):
            return
        with self._connection:
            self._rows["persons"] = self._united()
            self._rows["counts"] = [(self._source, what, why, count) for (what, why), count in self._counts.items()]
            self._rows["progress"] = list(self._marks.values())
            for table, rows in self._rows.items():
                self._connection.executemany(INSERTS[table], rows)
            if self._marks:
                self._connection.execute("update sources set state = 'marked' where kind = ?", (self._source,))
        self._clear()

    def close(self) -> None:
        """Leave one plain file behind that any reader can open."""
        self.flush()
        self._connection.execute("pragma journal_mode=delete")
        self._connection.close()

    def _flush_if_full(self) -> None:
        if self._waiting >= BATCH_ROWS or self._weight >= BATCH_WEIGHT:
            self.flush()

    def _clear(self) -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in INSERTS}
        self._persons: dict[str, PersonFact] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        self._marks: dict[str, tuple[str, int, int, str]] = {}
        self._waiting = self._weight = 0

    def _add_person(self, fact: PersonFact) -> None:
        if fact.photo:
            fact = msgspec.structs.replace(fact, photo=small_face(fact.photo))
        # A book that was exported tells the interests it found in its notes itself.
        if self._source != BOOK and (tastes := self._tasting.of_remarks(fact, self._source)):
            fact = msgspec.structs.replace(fact, tastes=fact.tastes + tastes)
        known = self._persons.get(fact.key)
        self._persons[fact.key] = unite(known, fact) if known else fact
        self._wait(len(fact.photo) + sum(len(remark.text) for remark in fact.remarks))

    def _add_talk(self, fact: TalkFact) -> None:
        for person, topic, taste in self._tasting.of_talk(fact) if self._source != BOOK else ():
            day = taste.when.text[:10] if taste.when else ""
            self._rows["tastes"].append((self._source, person, topic, day, encode(taste)))
        subject, text = (fact.subject, fact.text) if self._keep_text else ("", "")
        when, parties = fact.when, encode(fact.parties)
        row = (self._source, fact.key, fact.kind, fact.channel, when.text, when.precision, when.zone, fact.thread)
        self._rows["talks"].append((*row, fact.is_mass, subject, text, parties))
        self._wait(len(subject) + len(text) + len(parties))

    def _add_gathering(self, fact: GatheringFact) -> None:
        self._rows["gatherings"].append((self._source, fact.key, encode(fact)))
        self._wait(len(fact.text) + 50 * len(fact.guests))

    def _add_row(self, fact: RowFact) -> None:
        place, _, row = fact.text.partition(" ")
        self._rows["rows"].append((self._source, place, row))
        self._wait(len(row))

    def _plain(self, table: str, fact: Fact) -> None:
        self._rows[table].append((self._source, encode(fact)))
        self._wait(100)

    def _list(self, table: str, fact: Fact) -> None:
        self._count(table, "", 1)
        self._listed[table] += 1
        if self._listed[table] <= MOST_LISTED:
            self._plain(table, fact)

    def _count(self, what: str, why: str, count: int) -> None:
        is_room = (what, why) in self._counts or len(self._counts) < _MOST_WHYS
        self._counts[what, why if is_room else "other reasons"] += count

    def _wait(self, weight: int) -> None:
        self._waiting += 1
        self._weight += weight

    def _united(self) -> list[tuple[Any, ...]]:
        """Rows for the persons that wait, joined with what earlier batches staged of them."""
        rows = []
        find = "select n, fact from persons where source = ? and key = ?"
        for key, fact in self._persons.items():
            found = self._connection.execute(find, (self._source, key)).fetchone()
            n, whole = (found[0], unite(_person(found[1]), fact)) if found else (None, fact)
            rows.append((n, self._source, key, whole.is_faint, len(whole.tastes), encode(whole)))
        return rows

    def _one(self, query: str, *values: str) -> int:
        row = self._connection.execute(query, values).fetchone()
        return int(row[0] or 0) if row else 0
