"""Content lines written: folded at 75 octets, never inside a letter, and no value can begin a line of its own."""

import re
from collections.abc import Iterator

from rapport.kit.contentlines.decoding import harmless
from rapport.kit.contentlines.line import Line

WIDTH = 75

_TOKEN = re.compile(r"[A-Za-z0-9_-]+")
_NEEDS_QUOTES = re.compile(r"[^A-Za-z0-9_./+@-]")
_CARETS = {"^": "^^", "\n": "^n", '"': "^'"}


def written(line: Line) -> bytes:
    """The line as bytes with its end. A line break in the value becomes `\\n`, other control characters vanish; a line
    or parameter whose name is no token is not written at all."""
    return folded(f"{head(line)}:{_value(line.value)}") if _TOKEN.fullmatch(line.name) else b""


def head(line: Line) -> str:
    """What stands before the colon: group, name and parameters."""
    group = f"{line.group}." if _TOKEN.fullmatch(line.group) else ""
    params = "".join(f";{name}={_param(value)}" for name, value in line.params if _TOKEN.fullmatch(name))
    return f"{group}{line.name}{params}"


def folded(text: str) -> bytes:
    """One logical line as physical lines of at most 75 octets each, with CRLF ends."""
    return b"\r\n ".join(_pieces(text.encode("utf-8", "replace"))) + b"\r\n"


def _pieces(raw: bytes) -> Iterator[bytes]:
    width = WIDTH
    while len(raw) > width:
        at = width
        while raw[at] & 0xC0 == 0x80:
            at -= 1
        yield raw[:at]
        raw, width = raw[at:], WIDTH - 1
    yield raw


def _value(value: str) -> str:
    return harmless(value).replace("\n", "\\n")


def _param(value: str) -> str:
    tidy = harmless(value).replace("\t", " ")
    if not _NEEDS_QUOTES.search(tidy):
        return tidy
    return '"' + "".join(_CARETS.get(letter, letter) for letter in tidy) + '"'
