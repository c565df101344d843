"""A Rapport export read twice over in one pass: as rows for an empty book, and as facts for any other."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from rapport.formats.decoding import one_line
from rapport.formats.facts import DroppedFact, Fact, Guest, MineFact, RowFact, UnknownFact
from rapport.formats.files import Dropped, Member, Refused
from rapport.readers.source import Choices
from rapport.readers.sources.rapport.elements import elements
from rapport.readers.sources.rapport.person import person_fact, plain_picture
from rapport.readers.sources.rapport.talks import Talks, gathering_fact
from rapport.readers.sources.rapport.values import line, rows

_FORMAT = re.compile(rb'\A[\s\xef\xbb\xbf]*\{\s*"format"\s*:\s*"rapport-book/(\d{1,4})"')
# What lies beside the book in a zip says the same once more.
_BESIDE = frozenset(("people.csv", "people.vcf", "calendar.ics", "sha256sums"))
_OWN_INTERACTION = frozenset(("direction", "counts", "with"))
Row = dict[str, Any]


def takes(dropped: Dropped) -> list[Member]:
    books = [member for member in dropped.members if _FORMAT.match(member.head(4096))]
    folders = {str(PurePosixPath(book.path).parent) for book in books}
    beside = [
        member
        for member in dropped.members
        if member.name in _BESIDE and str(PurePosixPath(member.path).parent) in folders and len(dropped.members) > 1
    ]
    return [*books, *beside] if books else []


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    books = [member for member in members if _FORMAT.match(member.head(4096))]
    if len(books) > 1:
        raise Refused("These are several exports of Rapport: bring them in one at a time.")
    for member in books:
        version = _FORMAT.match(member.head(4096))
        if version is None or version[1] != b"1":
            raise Refused(f"{member.path} was written by a later Rapport: bring this one up to date first.")
        with io.TextIOWrapper(member.open(), "utf-8-sig", errors="replace") as text:
            yield from _Book(member.path).facts(elements(text, member.path))


class _Book:
    """One export while it is read."""

    def __init__(self, path: str) -> None:
        self._path, self._member = path, ""
        self._talks = Talks()
        self._told: set[str] = set()
        self._people = 0
        self._guests: dict[str, list[Guest]] = {}  # by the occasion's number: people come first in the file

    def facts(self, parts: Iterator[tuple[str, Any]]) -> Iterator[Fact]:
        for name, value in parts:
            if name == "member":
                self._member = one_line(str(value))[:30]
            if name == "people":
                yield from self._person(value)
            elif isinstance(value, dict):
                yield _row(name, value)
                yield from self._topic(name, value)
            elif name in ("suppression_key", "on", "format"):
                yield _row(name, {"is": value})
            elif name not in ("member", "batches", "suppressed"):
                yield UnknownFact(self._path, one_line(str(name))[:80])
        yield from self._talks.rest()

    def _topic(self, name: str, value: Row) -> Iterator[Fact]:
        if name == "mine":
            platform, _, handle = str(value.get("key", "")).partition(":")
            if platform and handle:
                yield MineFact(one_line(platform)[:24], one_line(str(value.get("shown") or handle))[:320])
        elif name == "occasions":
            fact = gathering_fact(value, self._guests.get(repr(value.get("number")), []))
            if fact is not None:
                yield fact

    def _person(self, value: Any) -> Iterator[Fact]:
        self._people += 1
        who = str(value.get("id", "")) if isinstance(value, dict) else ""
        if why := self._fault(who, value):
            yield DroppedFact(f"{self._path}, person {self._people}", why)
            return
        self._told.add(who)
        talks = value.pop("interactions", None)
        yield _row("people", {name: part for name, part in value.items() if not isinstance(part, (list, dict))})
        for name, part in value.items():
            yield from _rows_of(name, part, who)
        for talk in talks if isinstance(talks, list) else ():
            if isinstance(talk, dict):
                yield from self._talk(talk, who)
        for presence in rows(value, "occasions"):
            guest = Guest(self._key(who), line(presence, "answer")[:12])
            self._guests.setdefault(repr(presence.get("occasion")), []).append(guest)
        yield person_fact(value, self._key(who))

    def _fault(self, who: str, value: Any) -> str:
        """Why this is nobody, or nothing."""
        if who in self._told:
            return "it is listed twice; the first is read"
        is_somebody = who.isdecimal() and len(who) <= 9 and line(value, "name") != ""
        return "" if is_somebody else "it is not written as a person is"

    def _talk(self, talk: Row, who: str) -> Iterator[Fact]:
        number = talk.get("number")
        own = {
            "interaction": number,
            "person": who,
            "direction": talk.get("direction"),
            "counts": talk.get("counts", True),
        }
        if self._talks.is_first(number):
            yield _row("interactions", {name: part for name, part in talk.items() if name not in _OWN_INTERACTION})
        copied = {name: talk[name] for name in ("day", "kind", "channel") if name in talk}
        yield _row("touches", own | copied)
        yield from self._talks.told(talk, self._key(who), self._key)

    def _key(self, who: str) -> str:
        """People of an export are known by whose book it was, and their number there."""
        return f"rapport:{self._member}:{who}"


def _rows_of(name: str, part: Any, who: str) -> Iterator[Fact]:
    if name == "struck" and isinstance(part, dict):
        for inner, rows in part.items():
            yield from _rows_of(str(inner), rows, who)
    elif name in ("tie", "state") and isinstance(part, dict):
        yield _row(f"people.{name}", part | {"person": who})
    elif isinstance(part, list):
        for row in part:
            if isinstance(row, dict):
                kept = row | {"picture": plain_picture(row)} if name == "photos" else row
                yield _row(f"people.{name}", kept | {"person": who})


def _row(place: str, row: Row) -> RowFact:
    # A blank parts place and row, so a place of another's making must have none.
    return RowFact(f"{re.sub(r'[^a-z_.]', '', place)[:40] or '_'} {json.dumps(row)}")
