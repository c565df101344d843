"""Fill a PostgreSQL with the rows of a backup, whichever database wrote it: all of them, or nothing is changed."""

from typing import Any, Protocol

from django.apps import apps
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from rapport.kit.commands import CommandError
from rapport.site.backups.tables import copying
from rapport.site.starting import Migrations

OF_NO_MODEL = {"kit_found", "kit_cache", "django_migrations"}


class Rows(Protocol):
    """The rows of a backup: `columns` of each table, and the `migrations` they stood at."""

    columns: dict[str, list[str]]
    migrations: Migrations

    def send(self, table: str, rows: Any) -> None:
        """Pass all rows of `table` on to the driver's copy."""


def refill(rows: Rows) -> None:
    """Put `rows` in place of what is there, in the schema of their time: whoever starts the hub brings it along."""
    try:
        with transaction.atomic():
            _clear(rows)
            _migrate(rows.migrations)
            _fill(rows)
    except OperationalError:
        raise
    except DatabaseError as trouble:
        said = str(trouble).splitlines()[0]
        raise CommandError(f"The rows of this backup do not fit in ({said}); nothing was changed.") from trouble


def _clear(rows: Rows) -> None:
    """Take our own tables away, those of the version that stood here too, and no others."""
    ours = {str(model._meta.db_table) for model in _models()} | _stood_here() | OF_NO_MODEL | set(rows.columns)
    with connection.cursor() as cursor:
        for table in sorted(ours.intersection(connection.introspection.table_names(cursor))):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")


def _migrate(stood: Migrations) -> None:
    """Up to where they stood: in each app, the last ones of those that we know."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    known = stood.intersection(graph.nodes)
    passed = {parent.key for key in known for parent in graph.node_map[key].parents if parent.key[0] == key[0]}
    executor.migrate(sorted(known - passed))


def _fill(rows: Rows) -> None:
    with connection.cursor() as cursor:
        # Migrations bring rows of their own, and let foreign keys ask at once: they are to ask at the end.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(f"TRUNCATE {', '.join(map(connection.ops.quote_name, rows.columns))}")
        for table, columns in rows.columns.items():
            with copying(cursor, table, columns, "FROM STDIN") as target:
                rows.send(table, target)
        for table in rows.columns:
            for counted in connection.introspection.get_sequences(cursor, table):
                _count_on(cursor, table, counted["column"])


def _count_on(cursor: Any, table: str, column: str) -> None:
    """The next row's number comes after the highest; asked of the database, for a table may be called otherwise now."""
    quoted, number = map(connection.ops.quote_name, (table, column))
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence(%s, %s), coalesce(max({number}), 1), max({number}) IS NOT NULL) "  # noqa: S608
        f"FROM {quoted}",
        [quoted, column],
    )


def _stood_here() -> set[str]:
    loader = MigrationExecutor(connection).loader
    stood = [key for key in loader.applied_migrations if key in loader.graph.nodes]
    models = loader.project_state(stood).models.values()
    return {str(model.options.get("db_table") or f"{model.app_label}_{model.name_lower}") for model in models}


def _models() -> list[Any]:
    return list(apps.get_models(include_auto_created=True))
