"""The rows of a database that is no file (PostgreSQL), table by table, all of one moment."""

import json
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

_CHUNK = 1 << 16


def write_tables(folder: Path) -> None:
    """One file per table, in the database's own form, and the migrations it stood at."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        tables = sorted(set(connection.introspection.table_names(cursor)) - {"django_migrations"})
        columns = {}
        for number, table in enumerate(tables):
            columns[table] = [column.name for column in connection.introspection.get_table_description(cursor, table)]
            with (
                (folder / f"{number}.rows").open("wb") as file,
                _raw(cursor).copy(_copy(table, columns[table], "TO STDOUT")) as rows,
            ):
                for chunk in rows:
                    file.write(chunk)
        stood = sorted(MigrationRecorder(connection).applied_migrations())
    (folder / "tables.json").write_text(json.dumps({"tables": columns, "migrations": stood}))


def read_tables(folder: Path) -> None:
    """Put the rows into this database, replacing what is there, in one transaction; the schema of their time first.

    Foreign keys are checked at the end of the transaction, so the order of the tables does not matter.
    """
    kept = json.loads((folder / "tables.json").read_text())
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic(), connection.cursor() as cursor:
        names = ", ".join(map(connection.ops.quote_name, kept["tables"]))
        cursor.execute(f"TRUNCATE {names}")
        for number, (table, columns) in enumerate(kept["tables"].items()):
            with (
                (folder / f"{number}.rows").open("rb") as file,
                _raw(cursor).copy(_copy(table, columns, "FROM STDIN")) as rows,
            ):
                while chunk := file.read(_CHUNK):
                    rows.write(chunk)
        for line in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(line)


def _copy(table: str, columns: list[str], where: str) -> str:
    quote = connection.ops.quote_name
    return f"COPY {quote(table)} ({', '.join(map(quote, columns))}) {where}"


def _raw(cursor: Any) -> Any:
    """The driver's own cursor, which knows COPY."""
    return cursor.cursor
