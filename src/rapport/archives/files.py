"""What the owner dropped, as named members that can be read within limits; nothing is ever unpacked by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


class Refused(Exception):  # noqa: N818 - it reads as a sentence: raise Refused("...")
    """Nothing can be taken from this file; the text is one plain sentence saying why and what to do."""


@dataclass(frozen=True)
class Member:
    """One readable file. `path` as the archive names it; `name` is its basename, cleaned and casefolded, without
    the platform's numeric suffix; `open` gives a fresh byte stream that raises `Refused` past the limits."""

    path: str
    name: str
    size: int
    open: Callable[[], BinaryIO]

    def head(self, size: int = 65_536) -> bytes:
        """The first bytes, enough to recognise the content."""
        with self.open() as stream:
            return stream.read(size)


@dataclass(frozen=True)
class Dropped:
    """A file, a folder or an archive: `name` as the owner knows it, and its members."""

    name: str
    members: tuple[Member, ...]
