"""Cards into bytes."""

import re
from collections.abc import Iterable
from dataclasses import replace

from rapport.kit.contentlines.line import Line, escape
from rapport.kit.contentlines.writing import written
from rapport.kit.vcard.card import Card
from rapport.kit.vcard.form import PICTURES

_DATA = re.compile(r"data:([^;,]*);base64,(.*)", re.DOTALL)
_WITHOUT_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_OMITTED = "1604"  # Apple's sign for an unknown year, a leap year so that 29 February exists


def write(cards: Iterable[Card], version: str = "4.0") -> bytes:
    """The cards as a file. `version` is "4.0" or "3.0"; reading it again gives equal cards.

    No value can begin a line of its own, lines are at most 75 octets, and every card has the FN its version demands.
    """
    return b"".join(_card(card, version) for card in cards)


def _card(card: Card, version: str) -> bytes:
    lines = card.lines
    if not any(line.name == "FN" for line in lines):
        lines = (Line("FN", escape(card.first("NICKNAME", "ORG", "EMAIL", "TEL"))), *lines)
    lines = tuple(map(_plain, lines))
    if version == "3.0":
        lines = tuple(map(_as_3, lines))
    return b"BEGIN:VCARD\r\nVERSION:%b\r\n%bEND:VCARD\r\n" % (version.encode(), b"".join(map(written, lines)))


def _plain(line: Line) -> Line:
    """Without the parameters that would have the value decoded once more, or the next line swallowed."""
    return replace(line, params=tuple(param for param in line.params if param[0] not in {"ENCODING", "CHARSET"}))


def _as_3(line: Line) -> Line:
    """What 3.0 says differently: binary without `data:`, and dates that lack the year."""
    data = _DATA.fullmatch(line.value)
    if data:
        usual = "image/" if line.name in PICTURES else "application/"
        params = (("ENCODING", "b"), ("TYPE", data[1].removeprefix(usual).upper()), *line.params)
        return Line(line.name, data[2], params, line.group)
    date = _WITHOUT_YEAR.fullmatch(line.value)
    if date:
        params = (("X-APPLE-OMIT-YEAR", _OMITTED), *line.params)
        return Line(line.name, f"{_OMITTED}-{date[1]}-{date[2]}", params, line.group)
    return line
