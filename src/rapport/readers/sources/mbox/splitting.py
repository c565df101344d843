"""A mailbox cut into its mails without ever holding more than one chunk of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

CHUNK = 1 << 20
MOST_HEADERS = 1 << 20
MOST_BODY = 32 << 10

_DAYS = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTHS = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_CLOCK = rb"\d{1,2}:\d\d(?::\d\d)?"
_ZONE = rb"(?:[+-]\d{4}|[A-Z]{1,5})"
# "From the beginning of time" opens a sentence, not a mail: a date must end the line and a header follow it.
ENVELOPE = re.compile(
    rb"From [^\r\n]{0,500}?%s,? +(?P<month>%s) +(?P<day>\d{1,2}) +(?P<clock>%s)(?: +(?P<zone>%s))? +(?P<year>\d{4})"
    rb"(?: +(?P<late>%s))?[ \t]*\r?\n(?=>?From |[!-9;-~]+[ \t]*:)" % (_DAYS, _MONTHS, _CLOCK, _ZONE, _ZONE)
)
_LONGEST_TEST = 4096  # bytes that decide whether a line opens a mail
_START = b"\nFrom "
_BLANK = re.compile(rb"\n\r?\n")


@dataclass
class Piece:
    """One mail from byte `start` to `end`: its envelope line, all its headers, and the first of its body."""

    start: int
    end: int = 0
    raw: bytearray = field(default_factory=bytearray)
    _most: int = MOST_HEADERS
    _headers_end: int = 0

    def feed(self, window: bytes, start: int, end: int) -> None:
        """Take what is still wanted of `window[start:end]`."""
        wanted = self._most - len(self.raw)
        if wanted <= 0:
            return
        before = len(self.raw)
        self.raw += window[start : min(end, start + wanted)]
        if not self._headers_end and (blank := _BLANK.search(self.raw, max(0, before - 2))):
            self._headers_end = blank.end()
            self._most = self._headers_end + MOST_BODY
            del self.raw[self._most :]

    @property
    def headers(self) -> bytes:
        return bytes(self.raw[: self._headers_end or len(self.raw)])

    @property
    def body(self) -> bytes:
        return bytes(self.raw[self._headers_end :]) if self._headers_end else b""


def split(stream: BinaryIO, begin: int = 0) -> Iterator[Piece]:
    """The mails of a mailbox from byte `begin` on, which must be the start of one. mboxo and mboxrd, any line end."""
    if begin:
        stream.seek(begin)
    window, base = b"\n", begin - 1
    piece: Piece | None = None
    while True:
        chunk = stream.read(CHUNK)
        window += chunk
        done, starts = _starts(window, is_last=not chunk)
        at = 0
        for start in starts:
            if piece:
                piece.feed(window, at, start)
                piece.end = base + start
                yield piece
            piece, at = Piece(base + start), start
        if piece:
            piece.feed(window, at, done)
        window, base = window[done:], base + done
        if not chunk:
            break
    if piece:
        piece.end = base
        yield piece


def _starts(window: bytes, *, is_last: bool) -> tuple[int, list[int]]:
    """Where mails start in the window, and up to where it is decided; the rest waits for the next chunk."""
    starts: list[int] = []
    at = window.find(_START)
    while at >= 0:
        if not is_last and len(window) - at < _LONGEST_TEST:
            return at, starts
        if ENVELOPE.match(window, at + 1):
            starts.append(at + 1)
        at = window.find(_START, at + 1)
    return len(window) if is_last else max(0, len(window) - len(_START)), starts
