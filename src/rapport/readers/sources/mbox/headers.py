"""The headers of one mail that say who wrote to whom and when; no other is decoded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache, partial
from inspect import signature
from typing import Any

from rapport.formats.dates import NOT_UNDERSTOOD, OUT_OF_RANGE
from rapport.formats.decoding import decoded, one_line
from rapport.formats.facts import When, Zone
from rapport.readers.sources.mbox.splitting import ENVELOPE

OLDEST = 1980
_MOST_OF_A_HEADER = 64 << 10  # holds more than fifty addresses of any length
_SMALL = 400
_WANTED = re.compile(
    rb"^(From|To|Cc|Bcc|Date|Message-ID|Subject|Return-Path|Delivered-To|X-Original-To|Envelope-To|X-Gmail-Labels|List-Id"
    rb"|List-Unsubscribe|List-Post|Precedence|Auto-Submitted|X-Autoreply|X-Mozilla-Status|Content-Type"
    rb"|Content-Transfer-Encoding)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[^\s@<>()\[\]\",:;\\]{1,64}@[^\s@<>()\[\]\",:;\\]{1,255}")
# Newer Pythons drop a whole header for one odd name; this one never did, and a name is all that is at stake.
_IS_STRICT = "strict" in signature(getaddresses).parameters
_addresses: Any = partial(getaddresses, strict=False) if _IS_STRICT else getaddresses


@dataclass(frozen=True)
class Mailbox:
    """An address (its domain in lower case) and the name that goes with it, if any."""

    address: str
    name: str = ""
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", self.address.casefold())


class Headers:
    """The wanted headers of a mail, as compat32 has them: stray bytes escaped, folds left in.

    Half the time of email's own parser goes into headers that nobody asks for.
    """

    def __init__(self, block: bytes) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in _WANTED.findall(block):
            raw = value[:_MOST_OF_A_HEADER].decode("ascii", "surrogateescape").strip()
            self._values.setdefault(name.decode().lower(), []).append(raw)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def raw(self, name: str, absent: str = "") -> str:
        """The first header of this (lower-case) name, as it is written."""
        return self._values[name][0] if name in self._values else absent

    def text(self, name: str) -> str:
        """A header on one line, RFC 2047 words decoded; empty if there is none."""
        return _text(self._values[name][0]) if name in self._values else ""

    def mailboxes(self, *names: str) -> tuple[Mailbox, ...]:
        """The addresses in these headers, each once, in order."""
        values = [value for name in names for value in self._values.get(name, ())]
        if len(values) == 1 and len(values[0]) <= _SMALL:
            return _few(values[0])
        found = (box for value in values for box in (_few(value) if len(value) <= _SMALL else _once(_many(value))))
        return _once(found)


def sent_at(headers: Headers, envelope: bytes, now: datetime) -> tuple[When, str]:
    """When it was sent, by its Date header, else by the envelope; and what was wrong with the header."""
    raw = headers.raw("date")
    found, wrong = _when(raw, now) if raw else (None, "")
    if found is None:
        line = ENVELOPE.match(envelope)
        found = _when(_envelope_date(line), now)[0] if line else None
    return found or When("", "unknown"), wrong


def _envelope_date(line: re.Match[bytes]) -> str:
    """In RFC 4155 the envelope's clock is UTC. Some programs write one same moment into every envelope."""
    parts = {name: (value or b"").decode("ascii") for name, value in line.groupdict().items()}
    moment = f"{parts['day']} {parts['month']} {parts['year']} {parts['clock']}"
    return "" if moment == "17 Sep 2001 00:00:00" else f"{moment} {parts['zone'] or parts['late'] or '+0000'}"


def _when(raw: str, now: datetime) -> tuple[When | None, str]:
    try:
        moment = parsedate_to_datetime(raw[:200])
        if moment.tzinfo is None and raw.rstrip().endswith("-0000"):  # UTC by somebody who hides his zone
            moment = moment.replace(tzinfo=UTC)
        is_true = moment.year >= OLDEST and moment.replace(tzinfo=moment.tzinfo or UTC) <= now + timedelta(days=1)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None, NOT_UNDERSTOOD
    if not is_true:
        return None, OUT_OF_RANGE
    return When(moment.isoformat(timespec="seconds"), "second", _zone(moment)), ""


def _zone(moment: datetime) -> Zone:
    if moment.tzinfo is None:
        return "floating"
    return "offset" if moment.utcoffset() else "utc"


def _many(raw: str) -> Iterable[Mailbox]:
    found = _pairs(raw)
    if not any("@" in address for _, address in found) and "=?" in raw:
        found = _pairs(_text(raw))
    for name, address in found:
        if _ADDRESS.fullmatch(cleaned := one_line(address)):
            local, _, domain = cleaned.rpartition("@")
            whole = f"{local}@{domain.lower()}"
            yield Mailbox(whole, _name(name, whole))


def _pairs(raw: str) -> list[tuple[str, str]]:
    """Names with addresses; a header of nothing but colons sends the standard parser deeper than it can go."""
    try:
        return list(_addresses([raw]))
    except RecursionError:
        return [("", address) for address in _ADDRESS.findall(raw)]


@lru_cache(maxsize=20_000)
def _few(raw: str) -> tuple[Mailbox, ...]:
    return _once(_many(raw))


def _once(boxes: Iterable[Mailbox]) -> tuple[Mailbox, ...]:
    found: dict[str, Mailbox] = {}
    for box in boxes:
        found.setdefault(box.folded, box)
    return tuple(found.values())


def _name(raw: str, address: str) -> str:
    """The display name without the quotes that programs add; empty if it only repeats the address."""
    name = _text(raw).strip("'\" ")[:300].strip()
    return "" if name.casefold() == address.casefold() or "@" in name else name


def _text(raw: str) -> str:
    """Decoded words and stray bytes as text; what cannot be decoded stays as it is written."""
    if "=?" not in raw:
        return _line(raw) if not raw.isascii() else one_line(raw)
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return _line(raw)
    return one_line("".join(_piece(part, charset) for part, charset in pieces))


def _piece(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return decoded(part.encode("utf-8", "surrogateescape"))
    try:
        return part.decode(charset or "ascii")
    except (LookupError, UnicodeError, ValueError):
        return decoded(part)


def _line(raw: str) -> str:
    return one_line(decoded(raw.encode("utf-8", "surrogateescape")))
