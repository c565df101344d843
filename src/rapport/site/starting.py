"""What must stand before anything is served: a folder that can be written, and a database at this version."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from rapport.kit.commands import CommandError
from rapport.kit.watching import watch

Migrations = set[tuple[str, str]]
LOCK = 7_267_765  # any number, the same in every process of a hub on PostgreSQL


def make_ready() -> None:
    """Make folder and database, or bring them to this version. Raises CommandError with one plain sentence."""
    make_folder(settings.DATA)
    settings.FILE_UPLOAD_TEMP_DIR = str(settings.DATA / "uploads")
    with _alone():
        if _is_behind():
            call_command("migrate", verbosity=0, interactive=False)
        watch()  # what this version shows, also without a migration


def make_folder(data: Path) -> None:
    """The data folder and its rooms, for this user's eyes only, as everything this process writes from now on."""
    os.umask(0o077)
    try:
        for folder in (data, data / "uploads"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data):
            pass
    except OSError as trouble:
        raise CommandError(f"The data folder {data} cannot be written: {trouble.strerror}.") from trouble


def _is_behind() -> bool:
    """Whether migrations are waiting. A database from a later version is refused."""
    executor = MigrationExecutor(connection)
    refuse_later(set(executor.loader.applied_migrations), set(executor.loader.disk_migrations))
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def refuse_later(stood: Migrations, known: Migrations) -> None:
    """Raise CommandError if a database that stands at these migrations is of a later version than the `known` ones."""
    if {(app, name) for app, name in stood if app in _our_apps()} - known:
        raise CommandError(
            "This data was written by a later version of Rapport. Start that version, or put a backup from before back."
        )


def _our_apps() -> set[str]:
    return {app.rpartition(".")[2] for app in settings.INSTALLED_APPS if app.startswith("rapport.")}


@contextmanager
def _alone() -> Iterator[None]:
    """One process migrates, the others wait for it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        return
    handle = os.open(settings.DATA / "migrating.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
