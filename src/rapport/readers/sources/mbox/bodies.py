"""The plain words of a mail, where they are cheap to have; a body's structure is not parsed."""

import binascii
import quopri
import re

from rapport.formats.decoding import clean, decoded
from rapport.readers.sources.mbox.headers import Headers

LONGEST = 20_000
_FIRST_PART = re.compile(rb"^--[^\r\n]{1,200}\r?\n((?:[!-9;-~][^\n]*\n(?:[ \t][^\n]*\n)*){1,20})\r?\n", re.MULTILINE)
_NEXT_PART = re.compile(rb"\r?\n--[^\r\n]{1,200}\s*$", re.MULTILINE)
_CHARSET = re.compile(r"charset\*?\s*=\s*\"?(?:[\w-]*'[\w-]*')?([\w.:+-]{1,40})", re.IGNORECASE)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_ESCAPED_FROM = re.compile(r"^>(>*From )", re.MULTILINE)


def words(headers: Headers, body: bytes) -> str:
    """The text of a plain mail, or of the first part of a mixed one if that is plain; at most `LONGEST`."""
    kind, coding = headers.raw("content-type", "text/plain"), headers.raw("content-transfer-encoding")
    if kind.strip().lower().startswith("multipart/"):
        first = _FIRST_PART.search(body[:4096])
        if not first:
            return ""
        kind, coding = _header(first[1], b"content-type"), _header(first[1], b"content-transfer-encoding")
        body = body[first.end() :]
        end = _NEXT_PART.search(body)
        body = body[: end.start()] if end else body
    if not kind.strip().lower().startswith(("text/plain", "")[not kind]):
        return ""
    return _ESCAPED_FROM.sub(r"\1", clean(_read(body, kind, coding))[:LONGEST]).strip()


def _header(block: bytes, name: bytes) -> str:
    found = re.search(rb"^%s[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)" % name, block, re.IGNORECASE | re.MULTILINE)
    return found[1].decode("ascii", "replace") if found else ""


def _read(body: bytes, kind: str, coding: str) -> str:
    coding = coding.strip().lower()
    if coding == "quoted-printable":
        body = quopri.decodestring(body)
    elif coding == "base64":
        packed = _NOT_BASE64.sub(b"", body)
        packed = packed[: len(packed) - (len(packed) % 4 == 1)]  # one letter alone holds no byte
        body = binascii.a2b_base64(packed + b"=" * (-len(packed) % 4))
    charset = _CHARSET.search(kind)
    try:
        return body.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeError, ValueError):
        return decoded(body)
