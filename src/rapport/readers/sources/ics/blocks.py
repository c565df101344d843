"""A calendar taken apart into its components, so that a broken one loses nothing but itself."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import BinaryIO

from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.contentlines.line import Line
from rapport.kit.contentlines.physical import physical_lines
from rapport.kit.contentlines.unfold import Logical, logical_lines
from rapport.kit.vcard.form import line_of

MOST_LINES = 2_000
MOST_BYTES = 12_000_000
_MARK = re.compile(rb"\s*(BEGIN|END)\s*:\s*([A-Za-z0-9-]{1,60})\s*", re.IGNORECASE)
_NAMED = re.compile(rb"\s*(?:[\w-]+\.)?([\w-]+)\s*(?=[;:])")
_COMPONENTS = frozenset({b"VEVENT", b"VTODO", b"VJOURNAL", b"VFREEBUSY", b"VTIMEZONE"})
# Of many hundreds of guests only the number is wanted.
_MOST_OF = {b"ATTENDEE": 301, b"RDATE": 100, b"EXDATE": 500}

Names = AbstractSet[bytes]


@dataclass(frozen=True)
class Block:
    """One component, or (`name` is VCALENDAR) one property of the calendar itself.

    `lines` are those of the wanted names outside of alarms and the like; of a VTIMEZONE all, with the marks of its
    parts as BEGIN and END lines. `guests` counts the ATTENDEE lines, also those that were too many to keep.
    """

    name: str
    number: int
    lines: tuple[Line, ...]
    guests: int = 0
    is_closed: bool = True
    is_whole: bool = True

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str:
        line = self.first(name)
        return line.text if line else ""

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]


def blocks(stream: BinaryIO, decoding: Decoding, wanted: Names) -> Iterator[Block]:
    """The components of one or several calendars in file order. Never raises for what the bytes hold."""
    block: _Open | None = None
    version = ""
    for line in logical_lines(physical_lines(stream)):
        mark = _MARK.fullmatch(line.raw)
        kind, name = (mark[1].upper(), mark[2].upper()) if mark else (b"", b"")
        if kind == b"BEGIN" and name in _COMPONENTS:
            if block is not None:
                yield block.whole(decoding, version, is_closed=False)
            block = _Open(name, line.number, wanted)
        elif block is not None and kind == b"END" and name in (block.name, b"VCALENDAR"):
            yield block.whole(decoding, version, is_closed=name == block.name)
            block = None
        elif block is not None:
            block.add(line, kind, name)
        elif not mark and (parsed := _of_the_calendar(line, decoding)):
            version = parsed.text if parsed.name == "VERSION" else version
            yield Block("VCALENDAR", line.number, (parsed,))
    if block is not None:
        yield block.whole(decoding, version, is_closed=False)


class _Open:
    """A component being read, within bounds."""

    def __init__(self, name: bytes, number: int, wanted: Names) -> None:
        self.name, self.number = name, number
        self._wanted = wanted
        self._is_zone = name == b"VTIMEZONE"
        self._depth = self._size = 0
        self._counts: dict[bytes, int] = {}
        self._lines: list[Logical] = []
        self._is_whole = True

    def add(self, line: Logical, kind: bytes, name: bytes) -> None:
        if kind and not self._is_zone:
            # An alarm has its own guests and summary.
            self._depth = max(0, self._depth + (1 if kind == b"BEGIN" else -1))
        elif not self._depth and self._is_wanted(line):
            if len(self._lines) < MOST_LINES and self._size + len(line.raw) < MOST_BYTES:
                self._lines.append(line)
                self._size += len(line.raw)
            else:
                self._is_whole = False

    def whole(self, decoding: Decoding, version: str, *, is_closed: bool) -> Block:
        older = "2.1" if version == "1.0" else ""
        lines = (line_of(line.raw, older, decoding) for line in self._lines)
        kept = tuple(line for line in lines if line is not None)
        guests = self._counts.get(b"ATTENDEE", 0)
        return Block(self.name.decode(), self.number, kept, guests, is_closed, self._is_whole)

    def _is_wanted(self, line: Logical) -> bool:
        if self._is_zone:
            return True
        named = _NAMED.match(line.raw)
        name = named[1].upper() if named else b""
        if name not in self._wanted or self.name != b"VEVENT":
            return False
        if name in _MOST_OF:
            self._counts[name] = self._counts.get(name, 0) + 1
            return self._counts[name] <= _MOST_OF[name]
        return True


def _of_the_calendar(line: Logical, decoding: Decoding) -> Line | None:
    return line_of(line.raw[:2_000], "", decoding)
