"""Zips: looked through before they are believed, read member by member, never unpacked by name."""

import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from rapport.formats.facts import DroppedFact, Fact, SkippedFact, UnknownFact
from rapport.formats.limits import Limits
from rapport.formats.member import DAMAGED, Heads, Member, Meter, Metered, Refused, damaged
from rapport.formats.names import MEDIA, PACKED, RUBBISH, ending, escapes, plain, shown

CUT_SHORT = "The zip ends too early: its download was cut short. Download it again."
ENCRYPTED = "The zip asks for a password, which Rapport cannot give: unpack it and drop the files."
OVERLAPPING = "The files in this zip lie over one another, as no platform writes them: it is not read."

_ENTRY, _END, _END64, _LOCATOR = b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_ENTRY_SIZE, _END_SIZE, _END64_SIZE, _LOCATOR_SIZE, _LOCAL_SIZE = 46, 22, 56, 20, 30
_SECRET = 0x1 | 0x40
_UTF8 = 0x800
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BUFFER = 1 << 17


def is_zip(head: bytes) -> bool:
    """By content; Office documents are zips too but are not archives of files."""
    return head.startswith((b"PK\x03\x04", _END)) and b"[Content_Types].xml" not in head[:2000]


def unzip(path: Path, meter: Meter, heads: Heads, *, inside: str = "") -> Iterator[Member | Fact]:
    """The members of the zip at `path`, their names put below the folder `inside`, and what was left out.

    Raises `Refused` for a zip that cannot be trusted as a whole.
    """
    archive = _opened(path, meter.limits)
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    _refuse_overlap(archive)
    if infos and all(info.flag_bits & _SECRET for info in infos):
        raise Refused(ENCRYPTED)
    media, seen = 0, set[str]()
    for info in infos:
        name = _name(info)
        if RUBBISH.search(name):
            continue
        if ending(name) in MEDIA:
            media += 1
            continue
        where = f"{inside}{shown(name)}"
        yield _judged(info, name, where, meter, seen) or _member(archive, info, where, meter, heads)
    if media:
        yield SkippedFact("pictures, sound and video", media)


def _opened(path: Path, limits: Limits) -> zipfile.ZipFile:
    listed = _listed(path, limits)
    if listed > limits.members_listed:
        raise Refused(f"The zip lists {listed:,} files, more than the {limits.members_listed:,} that Rapport looks at.")
    try:
        return zipfile.ZipFile(path)
    except (*DAMAGED, ValueError, UnicodeDecodeError, struct.error) as error:
        raise Refused(CUT_SHORT) from error


def _listed(path: Path, limits: Limits) -> int:
    """The number of entries in the table of contents, counted: the number it claims costs nothing to forge."""
    with path.open("rb") as stream:
        end, size = _end(stream)
        if size > limits.directory_bytes:
            raise Refused("The zip's table of contents is larger than that of any export: it is not read.")
        stream.seek(max(0, end - size))
        table = stream.read(size)
    count = at = 0
    while table.startswith(_ENTRY, at) and at + _ENTRY_SIZE <= len(table):
        at += _ENTRY_SIZE + sum(struct.unpack_from("<HHH", table, at + 28))
        count += 1
    return count


def _end(stream: BinaryIO) -> tuple[int, int]:
    """Where the table of contents ends, and its size in bytes."""
    length = stream.seek(0, io.SEEK_END)
    start = stream.seek(max(0, length - 0xFFFF - _END_SIZE))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE > len(tail):
        raise Refused(CUT_SHORT)
    (size,) = struct.unpack_from("<L", tail, at + 12)
    if at < _LOCATOR_SIZE or not tail.startswith(_LOCATOR, at - _LOCATOR_SIZE):
        return start + at, size
    end = start + at - _LOCATOR_SIZE - _END64_SIZE
    stream.seek(max(0, end))
    record = stream.read(_END64_SIZE)
    if not record.startswith(_END64) or len(record) < _END64_SIZE:
        raise Refused(CUT_SHORT)
    return end, int(struct.unpack_from("<Q", record, 40)[0])


def _refuse_overlap(archive: zipfile.ZipFile) -> None:
    """Python 3.11 reads fifty entries over one body without a word; each costs its full size."""
    reached = 0
    for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
        if info.header_offset < reached:
            raise Refused(OVERLAPPING)
        reached = info.header_offset + _LOCAL_SIZE + info.compress_size
    if reached > archive.start_dir:
        raise Refused(OVERLAPPING)


def _name(info: zipfile.ZipInfo) -> str:
    """Zips made on a Mac write UTF-8 and forget to say so."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            return name.replace("\\", "/") if not escapes(name) else name
    return name.replace("\\", "/") if not escapes(name) else name


def _judged(info: zipfile.ZipInfo, name: str, where: str, meter: Meter, seen: set[str]) -> Fact | None:
    """Why a member is not read, or nothing."""
    limits = meter.limits
    if ending(name) in PACKED:
        return UnknownFact(where, "an archive inside the archive is not opened: unpack it and drop it alone")
    if why := _fault(info, name, limits):
        return DroppedFact(where, why)
    if where in seen:
        return DroppedFact(where, "the zip lists this name twice; the first is read")
    seen.add(where)
    return None


def _fault(info: zipfile.ZipInfo, name: str, limits: Limits) -> str:
    if not name:
        return "it has no name"
    if escapes(name):
        return "its name points outside the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link instead of a file"
    if info.flag_bits & _SECRET:
        return "locked with a password"
    if info.compress_type not in _READABLE:
        return "packed in a way that Rapport does not read"
    if info.file_size > _most(name, limits):
        return f"larger than the {_most(name, limits) >> 30} GiB that Rapport reads of one file"
    if info.file_size > limits.ratio_from and info.file_size > limits.ratio * info.compress_size:
        return "packed more than two hundredfold, which no real export is"
    return ""


def _most(name: str, limits: Limits) -> int:
    return limits.mailbox_bytes if ending(name) == ".mbox" else limits.member_bytes


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, meter: Meter, heads: Heads) -> Member:
    opener = partial(_stream, archive, info, where, meter)
    return Member(where, plain(where), info.file_size, opener, heads=heads)


def _stream(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, meter: Meter) -> BinaryIO:
    try:
        inner: BinaryIO = archive.open(info)  # type: ignore[assignment]
    except (*DAMAGED, ValueError, struct.error) as error:
        raise damaged(where) from error
    limit = min(info.file_size, _most(where, meter.limits))
    return io.BufferedReader(Metered(inner, where, meter, limit=limit, is_packed=True), _BUFFER)
