"""Lines as they stand in the file: any line end, any Unicode form, none longer than allowed, nothing held in memory."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

CHUNK = 65_536
LONGEST = 4_000_000


class Physical(NamedTuple):
    """`number` counts from one; `is_cut`: it was longer than allowed, only its beginning is here."""

    number: int
    raw: bytes
    is_cut: bool


def physical_lines(stream: BinaryIO, *, longest: int = LONGEST) -> Iterator[Physical]:
    """The lines of `stream` as bytes without their ends, UTF-16 and UTF-32 turned into UTF-8, no byte order mark."""
    number, rest, is_cut = 0, b"", False
    for data in _with_one_end(_as_utf8(stream)):
        if is_cut and b"\n" not in data:
            continue
        *whole, rest = (rest + data).split(b"\n")
        for raw in whole:
            number += 1
            yield Physical(number, raw[:longest], is_cut=len(raw) > longest)
        is_cut = len(rest) > longest
        if is_cut:
            rest = rest[: longest + 1]
    if rest:
        yield Physical(number + 1, rest[:longest], is_cut)


def unicode_form(head: bytes) -> str:
    """The codec of a file by its first bytes: a byte order mark, else the pattern of its NULs, else utf-8-sig."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    if len(head) > 1 and head[0] == 0 != head[1]:
        return "utf-16-be"
    if len(head) > 1 and head[1] == 0 != head[0]:
        return "utf-16-le"
    return "utf-8-sig"


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _as_utf8(stream: BinaryIO) -> Iterator[bytes]:
    chunk = stream.read(CHUNK)
    codec = unicode_form(chunk)
    if codec == "utf-8-sig":
        chunk = chunk.removeprefix(codecs.BOM_UTF8)
        while chunk:
            yield chunk
            chunk = stream.read(CHUNK)
        return
    decoder = codecs.getincrementaldecoder(codec)("replace")
    while chunk:
        yield decoder.decode(chunk).encode()
        chunk = stream.read(CHUNK)
    yield decoder.decode(b"", final=True).encode()


def _with_one_end(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes with LF as the only line end. Some exporters write CR CR LF; that is one end, too."""
    held = b""
    for chunk in chunks:
        data = held + chunk
        # What ends in CR may go on with LF in the next chunk.
        at = max(len(data.rstrip(b"\r")), len(data) - 3)
        kept, held = data[:at], data[at:]
        yield kept.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in kept else kept
    yield held.replace(b"\r", b"\n")
