"""The rows of a database that is no file (PostgreSQL), table by table, all of one moment."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from rapport.kit.postgresql import reading
from rapport.site.starting import Migrations

_CHUNK = 1 << 16


def write_tables(folder: Path) -> None:
    """One file per table, in the database's own form, and the migrations it stood at."""
    with reading(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        tables = sorted(set(connection.introspection.table_names(cursor)) - {"django_migrations"})
        columns = {}
        for number, table in enumerate(tables):
            columns[table] = [column.name for column in connection.introspection.get_table_description(cursor, table)]
            with (
                (folder / f"{number}.rows").open("wb") as file,
                copying(cursor, table, columns[table], "TO STDOUT") as rows,
            ):
                for chunk in rows:
                    file.write(chunk)
        stood = sorted(MigrationRecorder(connection).applied_migrations())
    (folder / "tables.json").write_text(json.dumps({"tables": columns, "migrations": stood}))


class Tables:
    """What `write_tables` wrote: `columns` of each table, and the `migrations` they stood at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        kept = json.loads((folder / "tables.json").read_text())
        self.columns: dict[str, list[str]] = kept["tables"]
        self.migrations: Migrations = {(app, name) for app, name in kept["migrations"]}

    def send(self, table: str, rows: Any) -> None:
        """Pass all rows of `table` on to the driver's copy."""
        with (self._folder / f"{list(self.columns).index(table)}.rows").open("rb") as file:
            while chunk := file.read(_CHUNK):
                rows.write(chunk)


@contextmanager
def copying(cursor: Any, table: str, columns: list[str], where: str) -> Iterator[Any]:
    """The driver's COPY of one table, its mistakes told as Django tells them."""
    quote = connection.ops.quote_name
    statement = f"COPY {quote(table)} ({', '.join(map(quote, columns))}) {where}"
    with connection.wrap_database_errors, cursor.cursor.copy(statement) as rows:
        yield rows
