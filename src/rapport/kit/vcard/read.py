"""Cards out of a stream, one at a time: 2.1, 3.0 and 4.0, however torn."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import BinaryIO

from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.contentlines.line import Line, escape
from rapport.kit.contentlines.physical import physical_lines
from rapport.kit.contentlines.unfold import Logical, logical_lines
from rapport.kit.vcard.agent import Agent
from rapport.kit.vcard.card import Card, Stray
from rapport.kit.vcard.form import line_of

Names = AbstractSet[bytes]

MOST_LINES = 5_000
MOST_BYTES = 12_000_000
_MOST_FLAWS = 20
_BEGIN = re.compile(rb"(?i)\s*BEGIN\s*:\s*VCARD\s*")
_END = re.compile(rb"(?i)\s*END\s*:\s*VCARD\s*")
_VERSION = re.compile(rb"(?i)\s*VERSION\s*:\s*(\d\.\d)\s*")
_NAMED = re.compile(rb"\s*(?:[\w-]+\.)?([\w-]+)")
_BINARY = re.compile(rb"(?i)(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)\b")


def cards(stream: BinaryIO, decoding: Decoding, only: Names | None = None) -> Iterator[Card | Stray]:
    """All cards of `stream` in order. A card without END is closed by the next BEGIN or the end of the file; what
    stands outside of cards is told once per run of lines. With `only`, lines of other names are passed over.
    Never raises for what the bytes hold."""
    card: _Open | None = None
    is_told = False
    for line in logical_lines(physical_lines(stream)):
        begins, ends = _BEGIN.fullmatch(line.raw) is not None, _END.fullmatch(line.raw) is not None
        if card is not None and card.agent.takes(line, begins=begins, ends=ends):
            card.add(card.agent.name_in(line), only)
        elif begins:
            if card is not None:
                yield card.whole(decoding, is_closed=False)
            card, is_told = _Open(line.number), False
        elif card is not None and ends:
            yield card.whole(decoding, is_closed=True)
            card = None
        elif card is not None:
            card.add(line, only)
        elif not is_told and line.raw.strip():
            yield Stray(line.number)
            is_told = True
    if card is not None:
        yield card.whole(decoding, is_closed=False)


class _Open:
    """A card being read, within bounds: past them its lines are flaws."""

    def __init__(self, number: int) -> None:
        self.number, self.agent = number, Agent()
        self._lines: list[Logical] = []
        self._version, self._size = "", 0
        self._kept: list[Line] = []
        self._flaws: list[int] = []
        self._cuts: list[str] = []

    def add(self, line: Logical | None, only: Names | None) -> None:
        if line is None or (only and (named := _NAMED.match(line.raw)) and named[1].upper() not in only):
            return
        binary = _BINARY.match(line.raw) if line.is_cut else None
        if version := _VERSION.fullmatch(line.raw):
            self._version = self._version or version[1].decode()
        elif binary:
            self._cuts.append(binary[1].decode().upper())
        elif len(self._lines) < MOST_LINES and self._size + len(line.raw) < MOST_BYTES:
            self._lines.append(line)
            self._size += len(line.raw)
        elif len(self._flaws) < _MOST_FLAWS:
            self._flaws.append(line.number)

    def whole(self, decoding: Decoding, *, is_closed: bool) -> Card:
        # Only now: the version may stand below lines whose escapes it decides.
        for logical in self._lines:
            self._keep(logical, decoding)
        return Card(tuple(self._kept), self.number, is_closed, tuple(self._flaws[:_MOST_FLAWS]), tuple(self._cuts))

    def _keep(self, logical: Logical, decoding: Decoding) -> None:
        line = line_of(logical.raw, self._version, decoding)
        if line is not None:
            self._kept.append(line)
            self._cuts += [line.name] * logical.is_cut
        elif self._kept and self._kept[-1].name == "NOTE":
            self._kept[-1] = _longer(self._kept[-1], decoding.text(logical.raw))
        else:
            self._flaws.append(logical.number)


def _longer(note: Line, text: str) -> Line:
    """Some exporters break the lines of a note without folding them."""
    return Line(note.name, f"{note.value}\\n{escape(text.strip())}", note.params, note.group)
