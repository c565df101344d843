"""A long JSON object, part by part: the whole of it is never in memory."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from rapport.formats.files import Refused

CHUNK = 1 << 20
LARGEST = 1 << 26  # characters of one part: one person with all that is known of them
_BLANK = " \t\r\n"


def elements(stream: TextIO, path: str) -> Iterator[tuple[str, Any]]:
    """(name, value) for each member of the object in `stream`; a list gives each of its elements under its name.

    Raises `Refused` where the text is no JSON object, ends early, or has a part larger than any export's.
    """
    text = _Text(stream, path)
    text.take("{")
    while text.peek() != "}":
        name = text.value()
        text.take(":")
        if text.peek() != "[":
            yield str(name), text.value()
        else:
            text.take("[")
            while text.peek() != "]":
                yield str(name), text.value()
                text.pass_over(",", before="]")
            text.take("]")
        text.pass_over(",", before="}")


class _Text:
    """What was read and not yet taken."""

    def __init__(self, stream: TextIO, path: str) -> None:
        self._stream, self._path = stream, path
        self._held, self._at, self._is_whole = "", 0, False
        self._decode = json.JSONDecoder(parse_constant=lambda _: None).raw_decode

    def peek(self) -> str:
        """The next sign that is no blank; nothing is taken."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if self._is_whole:
                raise self._damaged()
            self._more(CHUNK)

    def take(self, sign: str) -> None:
        if self.peek() != sign:
            raise self._damaged()
        self._at += 1

    def pass_over(self, sign: str, before: str) -> None:
        """`sign`, which only the last part before the end does without."""
        if self.peek() != before:
            self.take(sign)

    def value(self) -> Any:
        """One whole value. What does not end in the text held is tried again with twice as much, so that the whole
        costs twice its length and no more."""
        self.peek()
        while True:
            try:
                found, end = self._decode(self._held, self._at)
            except ValueError as error:
                if self._is_whole:
                    raise self._damaged() from error
            else:
                if end < len(self._held) or self._is_whole:
                    self._at = end
                    return found
            self._more(max(CHUNK, len(self._held) - self._at))

    def _more(self, size: int) -> None:
        more = self._stream.read(size)
        self._held, self._at = self._held[self._at :] + more, 0
        self._is_whole = not more
        if len(self._held) > LARGEST:
            raise Refused(f"{self._path} has a part larger than any export of Rapport has: it is not read.")

    def _damaged(self) -> Refused:
        return Refused(f"{self._path} is cut short or damaged: export it again.")
