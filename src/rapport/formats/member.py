"""One readable file of what was dropped, and the meter that no stream passes."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from rapport.formats.facts import Fact
from rapport.formats.limits import KIB, MIB, Limits

HEAD = 64 * KIB
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class Refused(Exception):  # noqa: N818 - it reads as a sentence: raise Refused("...")
    """Nothing can be taken from this file; the text is one plain sentence saying why and what to do."""


class Meter:
    """Counts what is really read: each byte of a member once, however often it is opened."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.done = 0
        self.tick: Callable[[str], None] = _pass_over  # told the path now and then while bytes are read
        self._inflated = 0
        self._reached: dict[str, int] = {}

    def reach(self, path: str, position: int, *, limit: int, is_packed: bool) -> None:
        """Note that a member was read up to `position`; raises `Refused` past its limit or past all members'."""
        self.tick(path)
        fresh = position - self._reached.get(path, 0)
        if fresh <= 0:
            return
        self._reached[path] = position
        self.done += fresh
        self._inflated += fresh if is_packed else 0
        if position > limit or self._inflated > self.limits.inflated_bytes:
            raise Refused(f"{path} holds more than Rapport reads at once: drop a smaller part of it.")


class Metered(io.RawIOBase):
    """A stream of one member that counts its bytes, and turns damage into a sentence."""

    def __init__(self, inner: BinaryIO, path: str, meter: Meter, *, limit: int, is_packed: bool) -> None:
        super().__init__()
        self._inner, self._path, self._meter = inner, path, meter
        self._limit, self._is_packed = limit, is_packed
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._inner.seekable()

    def readinto(self, room: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._inner.read(len(room))
        except DAMAGED as error:
            raise damaged(self._path) from error
        self._position += len(piece)
        self._meter.reach(self._path, self._position, limit=self._limit, is_packed=self._is_packed)
        room[: len(piece)] = piece
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            self._position = self._inner.seek(offset, whence)
        except DAMAGED as error:
            raise damaged(self._path) from error
        return self._position

    def tell(self) -> int:
        return self._position

    def close(self) -> None:
        self._inner.close()
        super().close()


def damaged(path: str) -> Refused:
    return Refused(f"{path} is damaged: download the archive again.")


@dataclass
class Heads:
    """First bytes already read: every source looks at every member, and opening one costs."""

    room: int = 16 * MIB
    kept: dict[str, bytes] = field(default_factory=dict)

    def keep(self, path: str, head: bytes) -> bytes:
        if self.room >= len(head):
            self.room -= len(head)
            self.kept[path] = head
        return head


def _pass_over(_what: object) -> None:
    return None


@dataclass(frozen=True)
class Member:
    """One readable file. `path` as the archive names it; `name` is its basename, cleaned and casefolded, without
    the platform's numeric suffix; `open` gives a fresh byte stream that raises `Refused` past the limits.

    A reader of long files may go on where an interrupted run was: it starts at byte `begin` and calls `mark` with
    an offset once everything before it has been yielded.
    """

    path: str
    name: str
    size: int
    open: Callable[[], BinaryIO]
    begin: int = 0
    mark: Callable[[int], None] = field(default=_pass_over, compare=False, repr=False)
    heads: Heads = field(default_factory=Heads, compare=False, repr=False)

    def head(self, size: int = HEAD) -> bytes:
        """The first bytes, enough to recognise the content."""
        if not self.size:
            return b""
        known = self.heads.kept.get(self.path)
        if known is not None and size <= HEAD:
            return known[:size]
        with self.open() as stream:
            head = stream.read(max(size, HEAD))
        return self.heads.keep(self.path, head[:HEAD])[:size] if size <= HEAD else head


@dataclass(frozen=True)
class Dropped:
    """A file, a folder or an archive: `name` as the owner knows it, its members, and what was found out at the
    door: parts that could not be kept (`DroppedFact`), were left out (`SkippedFact`) or not opened (`UnknownFact`)."""

    name: str
    members: tuple[Member, ...]
    said: tuple[Fact, ...] = ()
