"""Write a backup: one file with the database at one moment, the uploads, and the key if asked for."""

import json
import os
import sqlite3
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from rapport.site.backups.tables import write_tables

FORM = "rapport-backup/1"
KEY = "secret_key"
# The database has its own copy in the backup; the others are of this moment or of this machine.
LEFT_OUT = {"uploads", "workers", "backups", "cache", "migrating.lock", KEY}


def write_backup(file: Path, *, with_key: bool, now: datetime) -> int:
    """Write all of the hub to `file`, which appears once it is whole; its size in bytes. The secret key, which signs
    sessions and links, goes in only `with_key`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    early = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with tempfile.TemporaryDirectory(prefix="rapport-backup-", dir=file.parent) as name:
            _pack(early, Path(name), with_key=with_key, now=now)
        early.replace(file)
    finally:
        early.unlink(missing_ok=True)
    return file.stat().st_size


def _pack(file: Path, folder: Path, *, with_key: bool, now: datetime) -> None:
    kind = "sqlite" if connection.vendor == "sqlite" else "tables"
    _copy_database(folder)  # first: a file that a row names is there at least as long as the row
    manifest = {"format": FORM, "made_at": now.isoformat(), "database": kind, "has_key": with_key}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as raw, tarfile.open(fileobj=raw, mode="w:gz", compresslevel=3) as packed:
        packed.add(folder / "manifest.json", "manifest.json")
        for path in sorted(folder.iterdir()):
            if path.name != "manifest.json":
                packed.add(path, f"database/{path.name}")
        for path in sorted(settings.DATA.iterdir()):
            is_wanted = path.name not in LEFT_OUT and not path.name.startswith((".", "rapport.sqlite3"))
            if is_wanted or (with_key and path.name == KEY):
                packed.add(path, f"files/{path.name}", filter=_plain)


def _copy_database(folder: Path) -> None:
    """A copy of one moment; writers go on meanwhile."""
    if connection.vendor != "sqlite":
        write_tables(folder)
        return
    connection.ensure_connection()
    found: Any = connection.connection
    target = sqlite3.connect(folder / "rapport.sqlite3")
    try:
        found.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Files and folders only, without the names of this machine's users."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member if member.isfile() or member.isdir() else None
