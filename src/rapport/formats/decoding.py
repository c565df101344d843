"""Bytes to lines of text in one fixed order."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from rapport.formats.files import Refused
from rapport.kit.cleaning import clean as clean
from rapport.kit.cleaning import one_line as one_line

LINE_LIMIT = 4_000_000
CHUNK = 1 << 18

_MARKS = (  # UTF-32 before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPED_SURROGATE = re.compile("\udced[\udca0-\udcbf][\udc80-\udcbf]")
_ESCAPED = re.compile("[\udc80-\udcff]+")


class Lines:
    """The physical lines of a byte stream, without their ends (LF, CRLF or CR).

    Order of decoding: byte order mark, pattern of NULs (UTF-16 without a mark), UTF-8; single bytes that are not
    UTF-8 are read as Windows-1252, else Latin-1. `encoding` overrides it all. A line over `LINE_LIMIT` characters
    comes cut to just above that length; what follows in it is passed over. Afterwards `mended` counts the lines
    that were not UTF-8. Raises `Refused` for an encoding Python does not know.
    """

    def __init__(self, stream: BinaryIO, encoding: str | None = None) -> None:
        self._stream = stream
        self._first = stream.read(CHUNK)
        self.encoding = encoding or sniffed(self._first)
        self.mended = 0
        self.was_utf8 = False

    def __iter__(self) -> Iterator[str]:
        decode = _decoder(self.encoding)
        rest, is_cut = "", False
        for chunk in self._chunks():
            *lines, rest = (rest + self._mend(decode.decode(chunk, not chunk))).split("\n")
            if is_cut and lines:
                del lines[0]
                is_cut = False
            yield from lines
            if is_cut:
                rest = ""
            elif len(rest) > LINE_LIMIT:
                yield rest
                rest, is_cut = "", True
        if rest:
            yield rest

    def said(self) -> str:
        """One sentence on how the bytes were read; empty for plain UTF-8."""
        if self.mended and not self.was_utf8:
            return "Read as Windows-1252."
        if self.mended:
            return f"Letters that are not UTF-8 were read as Windows-1252, on {self.mended} of the lines."
        return "" if self.encoding in ("utf-8", "utf-8-sig") else f"Read as {self.encoding.upper()}."

    def _chunks(self) -> Iterator[bytes]:
        chunk = self._first
        while chunk:
            yield chunk
            chunk = self._stream.read(CHUNK)
        yield b""

    def _mend(self, text: str) -> str:
        if text.isascii() or not _ESCAPED.search(text):
            self.was_utf8 = self.was_utf8 or not text.isascii()
            return text
        lines = text.split("\n")
        for number, line in enumerate(lines):
            sound = _ESCAPED.sub("", line)
            self.was_utf8 = self.was_utf8 or not sound.isascii()
            if sound != line:
                lines[number] = mended(line)
                self.mended += 1
        return "\n".join(lines)


def sniffed(head: bytes) -> str:
    """The name of the Unicode form that `head` is in; `utf-8` where nothing says otherwise."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[:4096]
    if sample[1::2].count(0) > len(sample) * 0.3:
        return "utf-16-le"
    if sample[::2].count(0) > len(sample) * 0.3:
        return "utf-16-be"
    return "utf-8"


def decoded(raw: bytes, encoding: str | None = None) -> str:
    """A whole small text, decoded in the same order as `Lines`, with `\\n` as its only line end; not yet cleaned."""
    decoder = _decoder(encoding or sniffed(raw))
    return mended(decoder.decode(raw, True))


def mended(text: str) -> str:
    """Text whose undecodable bytes were escaped, with Windows-1252 (else Latin-1) letters in their place."""
    text = _ESCAPED_SURROGATE.sub("\ufffd", text)
    return _ESCAPED.sub(lambda odd: odd.group().encode("ascii", "surrogateescape").decode("cp1252", _LATIN), text)


def _decoder(encoding: str) -> io.IncrementalNewlineDecoder:
    try:
        maker = codecs.getincrementaldecoder(encoding)
        "".encode(encoding)  # refuses what is known but does not make text, like base64
    except (LookupError, ValueError, TypeError) as error:
        raise Refused(f"There is no character encoding called {encoding[:40]!r} here.") from error
    errors = "surrogateescape" if encoding in ("utf-8", "utf-8-sig") else "replace"
    return io.IncrementalNewlineDecoder(maker(errors), translate=True)


def _latin(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


_LATIN = "rapport-latin"
codecs.register_error(_LATIN, _latin)
