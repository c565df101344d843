"""What the owner dropped, as named members that can be read within limits; nothing is ever unpacked by name."""

import io
import os
import re
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from rapport.formats.facts import DroppedFact, Fact, SkippedFact, UnknownFact
from rapport.formats.member import HEAD, Dropped, Heads, Member, Meter, Metered, Refused, damaged
from rapport.formats.names import MEDIA, RUBBISH, ending, plain, shown
from rapport.formats.seeming import packed_as
from rapport.formats.zips import is_zip, unzip

__all__ = ["Dropped", "Member", "Refused", "drop", "groups"]

_PART = re.compile(r"(?P<stem>takeout-.+?)-(?P<number>\d{3})(?: ?\(\d+\))?\.zip", re.IGNORECASE)
_BUFFER = 1 << 17


def drop(paths: Sequence[Path], name: str = "", names: Sequence[str] = (), meter: Meter | None = None) -> Dropped:
    """Everything readable in the files, folders and zips at `paths`, as one thing dropped.

    `names` are the files' names as the owner knows them, where they are stored under others; `name` is the name of
    the whole. Raises `Refused` when nothing in it can be read; otherwise what could not be is in `said`.
    """
    door = _Door(meter or Meter())
    known = [shown(called) for called in names] or [path.name for path in paths]
    for path, called in zip(paths, known, strict=True):
        door.take(path, called, is_alone=len({_whole(called) for called in known}) == 1)
    said = [*door.said, *_missing_parts(door.called)]
    if not door.members:
        raise Refused(door.first_refusal or _nothing(said))
    return Dropped(name or ", ".join(known[:3]), tuple(door.members), tuple(said))


def _nothing(said: Sequence[Fact]) -> str:
    """Why there is nothing to be read, as the first of what was found says."""
    for fact in said:
        if isinstance(fact, (DroppedFact, UnknownFact)):
            why = fact.why if isinstance(fact, DroppedFact) else fact.what
            return f"There is nothing in it that Rapport can read; {fact.where}: {why}."
    return "There is nothing in it that Rapport can read."


def groups(names: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Which files belong to one drop, as places in `names`: parts of one Takeout together, any other alone."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        part = _PART.fullmatch(name)
        found.setdefault(part["stem"].casefold() if part else f"/{place}", []).append(place)
    return tuple(tuple(places) for places in found.values())


class _Door:
    """Collects members and remarks from one path after another."""

    def __init__(self, meter: Meter) -> None:
        self.meter, self.heads = meter, Heads()
        self.members: list[Member] = []
        self.said: list[Fact] = []
        self.first_refusal = ""
        self.called: list[str] = []
        self._paths: set[str] = set()

    def take(self, path: Path, called: str, *, is_alone: bool) -> None:
        if path.is_dir():
            for inner, below in _walk(path):
                self._try(inner, below, inside=below)
        else:
            self._try(path, called, inside="" if is_alone else called)

    def _try(self, path: Path, called: str, *, inside: str) -> None:
        self.called.append(called)
        try:
            for found in self._open(path, called, inside=f"{inside}/" if inside else ""):
                self._keep(found)
        except Refused as refusal:
            self.first_refusal = self.first_refusal or str(refusal)
            self.said.append(DroppedFact(called, str(refusal)))

    def _keep(self, found: Member | Fact) -> None:
        if not isinstance(found, Member):
            self.said.append(found)
        elif found.path not in self._paths:  # the parts of a Takeout repeat its index page
            self._paths.add(found.path)
            self.members.append(found)
        if len(self.members) > self.meter.limits.members_listed:
            raise Refused(f"These are more than the {self.meter.limits.members_listed:,} files that Rapport looks at.")

    def _open(self, path: Path, called: str, *, inside: str) -> Iterator[Member | Fact]:
        head, size = _look(path, called)
        if is_zip(head):
            yield from unzip(path, self.meter, self.heads, inside=inside)
        elif packing := packed_as(head):
            raise Refused(
                f"{called} is packed with {packing}, which Rapport does not open: unpack it, or ask for a zip."
            )
        elif inside and ending(called) in MEDIA:
            yield SkippedFact("pictures, sound and video")
        else:
            opener = partial(_stream, path, called, self.meter)
            yield Member(called, plain(called), size, opener, heads=self.heads)


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files below `folder` in a steady order, with their paths inside it."""
    for top, folders, files in os.walk(folder):
        folders.sort()
        links = [name for name in folders if (Path(top) / name).is_symlink()]
        for name in sorted(files + links):
            path = Path(top) / name
            below = str(path.relative_to(folder))
            if not RUBBISH.search(below):
                yield path, shown(below)


def _look(path: Path, called: str) -> tuple[bytes, int]:
    """The first bytes and the size of a plain file that is really here."""
    try:
        state = path.lstat()
        if not stat.S_ISREG(state.st_mode):
            raise Refused(f"{called} is a link or a device, not a file: drop the file itself.")
        if state.st_size == 0 or called.endswith(".icloud"):
            raise Refused(
                f"{called} is empty: if it lives in iCloud or another cloud, download it to this computer first."
            )
        with path.open("rb") as stream:
            return stream.read(HEAD), state.st_size
    except OSError as error:
        raise Refused(f"{called} cannot be opened: {error.strerror or 'no such file'}.") from error


def _stream(path: Path, called: str, meter: Meter) -> BinaryIO:
    try:
        inner = path.open("rb", buffering=0)
    except OSError as error:
        raise damaged(called) from error
    limit = meter.limits.mailbox_bytes
    return io.BufferedReader(Metered(inner, called, meter, limit=limit, is_packed=False), _BUFFER)


def _whole(called: str) -> str:
    part = _PART.fullmatch(called)
    return part["stem"].casefold() if part else called


def _missing_parts(called: Sequence[str]) -> Iterator[Fact]:
    parts: dict[str, dict[int, str]] = {}
    for name in called:
        if part := _PART.fullmatch(PurePath(name).name):
            parts.setdefault(part["stem"], {})[int(part["number"])] = name
    for stem, numbers in parts.items():
        for number in range(1, max(numbers)):
            if number not in numbers:
                missing = f"{stem}-{number:03}.zip"
                yield DroppedFact(missing, "this part of the archive is missing: drop all parts together")
