"""Put a backup back: everything is unpacked and checked before anything in place is moved, and what was in place is
moved aside, not deleted."""

import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.db import ProgrammingError, connection, connections
from django.db.migrations.loader import MigrationLoader

from rapport.kit.commands import CommandError
from rapport.kit.shifts import living, living_here
from rapport.site.backups.crossing import SqliteRows
from rapport.site.backups.refilling import Rows, refill
from rapport.site.backups.tables import Tables
from rapport.site.backups.writing import FORM, KEY, LEFT_OUT, write_backup
from rapport.site.starting import refuse_later

SQLITE = "rapport.sqlite3"


def restore_backup(file: Path, *, now: datetime) -> Path | None:
    """Put `file` back. Returns the folder into which what was there before was moved (None: nothing was there).

    Raises CommandError, with nothing changed, if the hub is running or the file is not a whole backup that this
    database can take.
    """
    if _is_running():
        raise CommandError("The hub is running: stop it first.")
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=settings.DATA) as name:
        folder = Path(name)
        _unpack(file, folder)
        rows = _rows(folder / "database", _manifest(folder))
        refuse_later(rows.migrations, set(MigrationLoader(None).disk_migrations))
        aside: Path = settings.DATA / "backups" / f"before-{now:%Y%m%d-%H%M%S}"
        if connection.vendor == "sqlite":
            _move_aside(aside)
            shutil.move(folder / "database" / SQLITE, settings.DATA)
            (settings.DATA / SQLITE).chmod(0o600)
        else:
            _exchange_rows(rows, aside, now)
            _move_aside(aside)
        _put_files(folder / "files")
    return aside if aside.exists() else None


def _is_running() -> bool:
    """Workers elsewhere exist on PostgreSQL only, and an empty database, for which backups are there, knows of none."""
    if connection.vendor == "sqlite":
        return bool(living_here())
    try:
        return bool(living())
    except ProgrammingError:
        return bool(living_here())


def _unpack(file: Path, folder: Path) -> None:
    try:
        with tarfile.open(file, mode="r:gz") as packed:
            packed.extraction_filter = getattr(tarfile, "data_filter", None)  # since Python 3.11.4
            packed.extractall(folder, members=_plain(packed))  # noqa: S202 - looked at one by one
    except (tarfile.TarError, EOFError, OSError) as trouble:
        if isinstance(trouble, OSError) and trouble.filename is not None:
            raise
        raise CommandError(f"{file} is not a whole backup; nothing was changed.") from trouble


def _plain(packed: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """The files and folders, as ours. A backup holds nothing else: no link, and nothing outside the folder."""
    for one in packed:
        where = PurePosixPath(one.name)
        if where.is_absolute() or ".." in where.parts or not (one.isfile() or one.isdir()):
            raise tarfile.TarError("not written by a backup")
        one.uid, one.gid, one.uname, one.gname = os.getuid(), os.getgid(), "", ""
        one.mode = 0o700 if one.isdir() else 0o600
        yield one


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "manifest.json").read_text())
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORM:
        raise CommandError("This is not a backup of Rapport; nothing was changed.")
    return found


def _rows(database: Path, manifest: dict[str, Any]) -> Rows:
    if manifest.get("database") == "sqlite":
        return SqliteRows(database / SQLITE)
    if connection.vendor == "sqlite":
        raise CommandError("This backup was written on PostgreSQL, and only PostgreSQL can take it.")
    return Tables(database)


def _exchange_rows(rows: Rows, aside: Path, now: datetime) -> None:
    """What stood in this database is kept as a backup of its own."""
    if "django_migrations" in connection.introspection.table_names():
        write_backup(aside / "hub.tar.gz", with_key=False, now=now)
    try:
        refill(rows)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    finally:
        connections.close_all()


def _move_aside(aside: Path) -> None:
    """What lies in the data folder, but for the key, which stays where it is."""
    connections.close_all()
    here = [path for path in settings.DATA.iterdir() if path.name not in LEFT_OUT and not path.name.startswith(".")]
    if here:
        aside.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in here:
        path.rename(aside / path.name)


def _put_files(files: Path) -> None:
    for path in sorted(files.iterdir()) if files.is_dir() else ():
        target = settings.DATA / path.name
        if path.name == KEY:
            target.unlink(missing_ok=True)  # a backup that carries its key means to be the same hub
        shutil.move(path, target)
