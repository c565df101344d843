"""Logical lines: foldings undone in bytes, so that a letter cut in two by a fold is whole again."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapport.kit.contentlines.physical import LONGEST, Physical

_BASE64 = re.compile(rb"[A-Za-z0-9+/]+={0,2}\s*")
_SAYS_BASE64 = re.compile(rb"(?i);\s*(?:ENCODING=)?(?:BASE64|B)\s*(?:;|$)")
_SAYS_QUOTED = re.compile(rb"(?i)QUOTED-PRINTABLE")
_CLOSES = re.compile(rb"(?i)\s*(?:BEGIN|END)\s*:")
_HEAD = 2_000


class Logical(NamedTuple):
    """One content line as bytes; `number` is that of its first physical line."""

    number: int
    raw: bytes
    is_cut: bool


def logical_lines(lines: Iterable[Physical], *, longest: int = LONGEST) -> Iterator[Logical]:
    """Content lines in file order. Besides RFC folding it joins the soft breaks of quoted-printable and base64 that
    was wrapped without the leading blank, as older address books write it. Empty lines vanish."""
    line: _Growing | None = None
    for physical in lines:
        if line is None:
            line = _Growing(physical, longest)
        elif not physical.raw:
            line.is_ended = True
        elif not line.takes(physical):
            yield line.whole()
            line = _Growing(physical, longest)
    if line is not None and line.size:
        yield line.whole()


class _Growing:
    """A line that may go on. `is_ended`: an empty line followed, which ends a quoted-printable text."""

    def __init__(self, first: Physical, longest: int) -> None:
        self.number, self.longest = first.number, longest
        self.parts, self.size, self.is_cut, self.is_ended = [first.raw], len(first.raw), first.is_cut, False
        self._form: str | None = None

    def takes(self, physical: Physical) -> bool:
        """Append `physical` if it continues this line; else say no."""
        raw = physical.raw
        if self._is_soft() and not _CLOSES.match(raw):
            self._join_softly(raw)
        elif raw[:1] in (b" ", b"\t"):
            self._append(raw[1:])
        elif b":" not in raw and self.form() == "base64" and _BASE64.fullmatch(raw):
            self._append(raw)
        elif not self.size:
            self.number, self.is_ended = physical.number, False
            self._append(raw)
        else:
            return False
        self.is_cut = self.is_cut or physical.is_cut
        return True

    def form(self) -> str:
        """How the value is written, known once the head is complete: quoted, base64 or plain."""
        if self._form is None:
            head, colon, _ = b"".join(self.parts)[:_HEAD].partition(b":")
            if not colon and self.size < _HEAD:
                return "plain"
            self._form = "quoted" if _SAYS_QUOTED.search(head) else "base64" if _SAYS_BASE64.search(head) else "plain"
        return self._form

    def whole(self) -> Logical:
        return Logical(self.number, b"".join(self.parts), self.is_cut)

    def _is_soft(self) -> bool:
        return self.parts[-1].endswith(b"=") and not self.is_ended and self.form() == "quoted"

    def _join_softly(self, raw: bytes) -> None:
        self.parts[-1] = self.parts[-1][:-1]
        # A blank after "=" is the fold's own where the text before already ends in one.
        is_fold = raw[:1] in (b" ", b"\t") and self.parts[-1].endswith((b" ", b"\t"))
        self._append(raw[1:] if is_fold else raw)

    def _append(self, raw: bytes) -> None:
        if self.size > self.longest:
            self.is_cut = True
            return
        if raw:
            self.parts.append(raw)
            self.size += len(raw)
