"""Zips, good and hostile, made by the tests that read them."""

import io
import struct
import warnings
import zipfile
from pathlib import Path

ROWS = b"First Name,Last Name,URL\n" + b"Bo,Lindqvist,https://www.linkedin.com/in/bo\n" * 3


def zipped(path: Path, files: dict[str, bytes] | list[tuple[str, bytes]], *, deflate: bool = True) -> Path:
    """A zip at `path` with these members, in order; names may repeat."""
    method = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, content)
    return path


def linked(path: Path, name: str, target: str) -> Path:
    """A zip whose one member is a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, target)
    return path


def locked(path: Path, files: dict[str, bytes], *names: str) -> Path:
    """A zip in which the members `names` carry the flag of encryption."""
    raw = bytearray(zipped(path, files).read_bytes())
    for name in names:
        for magic, name_at, flag_at in ((b"PK\x03\x04", 30, 6), (b"PK\x01\x02", 46, 8)):
            at = raw.index(name.encode(), raw.index(magic)) - name_at
            while raw[at : at + 4] != magic:
                at = raw.index(name.encode(), at + name_at + 1) - name_at
            raw[at + flag_at] |= 1
    path.write_bytes(raw)
    return path


def overlapping(path: Path, copies: int = 50) -> Path:
    """A zip with `copies` entries over one body."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", ROWS * 1000)
        start = archive.start_dir
    raw = body.getvalue()
    end = raw.rindex(b"PK\x05\x06")
    table = raw[start:end] * copies
    sizes = struct.pack("<HHLL", copies, copies, len(table), start)
    path.write_bytes(raw[:start] + table + raw[end : end + 8] + sizes + b"\x00\x00")
    return path
