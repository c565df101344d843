"""One line of any vCard version brought into the form of 4.0: charset, quoted-printable, base64 and escapes."""

import binascii
import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.contentlines.line import Line, escape, parse, split, texts, unescape

STRUCTURED = frozenset({"N", "ADR", "ORG", "GENDER"})
LISTED = frozenset({"CATEGORIES", "NICKNAME"})
_GONE = frozenset({"CHARSET", "ENCODING"})
_CHARSET = re.compile(rb'(?i);\s*CHARSET=\s*"?([A-Za-z0-9_-]+)')
_MIME = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+")
_BLANKS = re.compile(r"\s+")
PICTURES = frozenset({"PHOTO", "LOGO"})
_OMITTED = "X-APPLE-OMIT-YEAR"
_HEAD = 2_000

Params = tuple[tuple[str, str], ...]


def line_of(raw: bytes, version: str, decoding: Decoding) -> Line | None:
    """The line in 4.0 form, or None where the bytes are no content line."""
    found = _CHARSET.search(raw[: raw.find(b":") + 1][:_HEAD])
    charset = found[1].decode() if found else ""
    line = parse(decoding.text(raw, charset))
    if line is None or not line.params:
        return line if line is None or version != "2.1" else replace(line, value=_older(line.name, line.value))
    encoding = line.param("ENCODING").upper()
    plain = replace(line, params=_less(line.params, _GONE))
    if encoding in {"B", "BASE64"}:
        return _binary(plain)
    if encoding == "QUOTED-PRINTABLE":
        return replace(plain, value=_quoted(line.name, raw.partition(b":")[2], charset, decoding))
    if version == "2.1":
        return replace(plain, value=_older(line.name, line.value))
    return _without_year(plain)


def _binary(line: Line) -> Line:
    """Base64 as the `data:` address of 4.0, which also carries the media type."""
    words = [value.casefold() for name, value in line.params if name in {"TYPE", "MEDIATYPE"}]
    media = next((word for word in words if _MIME.fullmatch(word)), "")
    if not media:
        word = next((word for word in words if re.fullmatch(r"[a-z0-9.+-]+", word)), "")
        media = f"{'image' if line.name in PICTURES else 'application'}/{word or 'octet-stream'}"
    value = f"data:{media};base64,{_BLANKS.sub('', line.value)}"
    return replace(line, value=value, params=_less(line.params, {"TYPE", "MEDIATYPE", "VALUE"}))


def _without_year(line: Line) -> Line:
    """Apple writes a birthday without a year in a year that stands for none."""
    year = line.param(_OMITTED)
    found = re.fullmatch(re.escape(year) + r"-?(\d\d)-?(\d\d)", line.value.strip()) if year else None
    if found is None:
        return line
    return replace(line, value=f"--{found[1]}{found[2]}", params=_less(line.params, {_OMITTED}))


def _quoted(name: str, body: bytes, charset: str, decoding: Decoding) -> str:
    if name not in STRUCTURED:
        text = decoding.text(binascii.a2b_qp(body), charset)
        return _newlines(text) if name in LISTED else escape(_unescaped_older(text))
    # Components are parted before decoding: a semicolon written as =3B belongs to the text.
    parts = split(body.decode("latin-1"), ";")
    decoded = (decoding.text(binascii.a2b_qp(part.encode("latin-1")), charset) for part in parts)
    return ";".join(escape(_unescaped_older(part)) for part in decoded)


def _older(name: str, value: str) -> str:
    """2.1 escapes only what it must, and its commas are plain."""
    if name in LISTED:
        return value
    if name in STRUCTURED:
        return ";".join(escape(part) for part in texts(value, ";"))
    return escape(_unescaped_older(value))


def _unescaped_older(text: str) -> str:
    return re.sub(r"\\([;,:\\])", r"\1", text)


def _newlines(text: str) -> str:
    return unescape(text).replace("\n", " ")


def _less(params: Params, names: AbstractSet[str]) -> Params:
    return tuple(param for param in params if param[0] not in names)
