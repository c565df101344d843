"""The rows of a hub that was on SQLite, in the form in which PostgreSQL takes them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from rapport.kit.commands import CommandError
from rapport.kit.fts_tables import pieces, trigrams
from rapport.site.starting import Migrations

FOUND = "kit_found"
# The index's own files are made anew from its rows.
_TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'django_migrations'
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'kit\\_found\\_%' ESCAPE '\\' ORDER BY name
"""


class SqliteRows:
    """What stands in the file of a backup: `columns` of each table, and the `migrations` they stood at. Raises
    CommandError if the file is damaged."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self._look()
        except sqlite3.DatabaseError as trouble:
            raise CommandError("The database in this backup is damaged; nothing was changed.") from trouble

    def send(self, table: str, rows: Any) -> None:
        """Pass all rows of `table` on to the driver's copy: it reads truths, days and moments from their text."""
        with self._opened() as opened:
            if table == FOUND:
                for found in opened.execute(f"SELECT {', '.join(trigrams.COLUMNS)} FROM {FOUND}"):  # noqa: S608
                    rows.write_row(pieces.row(*found))
                return
            names = ", ".join(f'"{name}"' for name in self.columns[table])
            for row in opened.execute(f'SELECT {names} FROM "{table}"'):  # noqa: S608 - names out of the file itself
                rows.write_row(row)

    def _look(self) -> None:
        with self._opened() as opened:
            if opened.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("damaged")
            self.migrations: Migrations = set(opened.execute("SELECT app, name FROM django_migrations"))
            tables = [name for (name,) in opened.execute(_TABLES)]
            self.columns: dict[str, list[str]] = {
                table: [row[1] for row in opened.execute(f'PRAGMA table_info("{table}")')] for table in tables
            }
            self.columns[FOUND] = list(pieces.COLUMNS)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            yield opened
