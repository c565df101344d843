"""Put a backup back: everything is unpacked and checked before anything in place is moved, and what was in place is
moved aside, not deleted."""

import json
import shutil
import sqlite3
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

from rapport.kit.commands import CommandError
from rapport.kit.shifts import living
from rapport.site.backups.tables import read_tables
from rapport.site.backups.writing import FORM, KEY, LEFT_OUT


def restore_backup(file: Path, *, now: datetime) -> Path | None:
    """Put `file` back. Returns the folder into which what was there before was moved (None: nothing was there).

    Raises CommandError, with nothing changed, if the hub is running or the file is not a whole backup for this kind
    of database.
    """
    if living():
        raise CommandError("The hub is running: stop it first.")
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=settings.DATA) as name:
        folder = Path(name)
        _unpack(file, folder)
        manifest = _manifest(folder)
        kind = "sqlite" if connection.vendor == "sqlite" else "tables"
        if manifest.get("database") != kind:
            raise CommandError(f"This backup is of another kind of database ({manifest.get('database')}, not {kind}).")
        if kind == "sqlite":
            _check(folder / "database" / "rapport.sqlite3")
        aside = _move_aside(now)
        _put(folder, kind)
    return aside


def _unpack(file: Path, folder: Path) -> None:
    try:
        with tarfile.open(file, mode="r:gz") as packed:
            packed.extractall(folder, filter="data")  # nothing outside the folder, no links out of it
    except (tarfile.TarError, EOFError, OSError) as trouble:
        if isinstance(trouble, OSError) and trouble.filename is not None:
            raise
        raise CommandError(f"{file} is not a whole backup; nothing was changed.") from trouble


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "manifest.json").read_text())
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORM:
        raise CommandError("This is not a backup of Rapport; nothing was changed.")
    return found


def _check(database: Path) -> None:
    try:
        opened = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        try:
            is_whole = opened.execute("PRAGMA quick_check").fetchone() == ("ok",)
        finally:
            opened.close()
    except sqlite3.DatabaseError:
        is_whole = False
    if not is_whole:
        raise CommandError("The database in this backup is damaged; nothing was changed.")


def _move_aside(now: datetime) -> Path | None:
    """Into `backups/before-...`, but for the key, which stays where it is."""
    connections.close_all()
    here = [path for path in settings.DATA.iterdir() if path.name not in LEFT_OUT and not path.name.startswith(".")]
    if not here:
        return None
    aside: Path = settings.DATA / "backups" / f"before-{now:%Y%m%d-%H%M%S}"
    aside.mkdir(mode=0o700, parents=True)
    for path in here:
        path.rename(aside / path.name)
    return aside


def _put(folder: Path, kind: str) -> None:
    if kind == "sqlite":
        shutil.move(folder / "database" / "rapport.sqlite3", settings.DATA)
        (settings.DATA / "rapport.sqlite3").chmod(0o600)
    else:
        read_tables(folder / "database")
    files = folder / "files"
    for path in sorted(files.iterdir()) if files.is_dir() else ():
        target = settings.DATA / path.name
        if path.name == KEY:
            target.unlink(missing_ok=True)  # a backup that carries its key means to be the same hub
        shutil.move(path, target)
