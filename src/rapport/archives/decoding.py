"""Bytes to lines of text in one fixed order, and text to clean text."""

import codecs
import io
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from rapport.archives.files import Refused

LINE_LIMIT = 4_000_000
CHUNK = 1 << 18

_MARKS = (  # UTF-32 before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_LONE = re.compile("[\ud800-\udfff]")
# A joiner means something between two letters that join, or inside an emoji; elsewhere it only hides.
_JOINING = "[\u0300-\u1fff\u20d0-\ufefe\uff00-\U0010ffff]"
_IDLE_JOINER = re.compile(f"(?<!{_JOINING})[\u200c\u200d]|[\u200c\u200d](?!{_JOINING})")
_ESCAPED_SURROGATE = re.compile("\udced[\udca0-\udcbf][\udc80-\udcbf]")
_ESCAPED = re.compile("[\udc80-\udcff]+")
_MOST_MARKS = 30  # combining marks on one letter: more makes normalising quadratic (UAX 15, stream-safe text)


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


def clean(text: str) -> str:
    """`text` in NFC with `\\n` as its only line end, without NUL and other control characters, lone surrogates,
    direction marks or idle zero-width characters (joiners inside emoji and joining scripts stay)."""
    while not (text.isascii() and text.isprintable()):
        before = text
        text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
        if not text.isascii():
            text = _IDLE_JOINER.sub("", _normal(_LONE.sub("\ufffd", text)))
        if text == before:
            break
    return text


def one_line(text: str) -> str:
    """Clean text in which every run of white space is one space: for names, titles, labels."""
    return " ".join(clean(text).split())


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


def _normal(text: str) -> str:
    if len(text) > 1000:
        text = _marks().sub(lambda run: run.group()[:_MOST_MARKS], text)
    return unicodedata.normalize("NFC", text)


@cache
def _marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1E94B) if unicodedata.combining(chr(code)))
    return re.compile(f"[{marks}]{{{_MOST_MARKS + 1},}}")
