"""Django's cache in the database, which says it when it cannot write, and whose counters end when they were to end.

Django's own keeps silent, and its word then looks as if the thing were there already: too many attempts, a form that
was sent before. Both would be told to somebody whose database is busy or full.
"""

from datetime import datetime
from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.db import OperationalError, connection, transaction
from django.db.models import DateTimeField, Expression
from django.utils.timezone import now


class Cache(DatabaseCache):
    def _base_set(self, *args: Any, **kwargs: Any) -> Any:
        """Raises OperationalError when the database gives no turn, or has no room."""
        trouble: list[OperationalError] = []

        def heard(execute: Any, *told: Any) -> Any:
            try:
                return execute(*told)
            except OperationalError as error:
                trouble.append(error)
                raise

        with transaction.atomic(), connection.execute_wrapper(heard):
            is_kept = super()._base_set(*args, **kwargs)  # type: ignore[misc]
            if trouble:
                raise trouble[0]
        return is_kept

    @transaction.atomic
    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Django's own gives a counter five minutes more each time: what is counted by the day would begin anew."""
        value = int(self.get(key, 0, version=version)) + delta
        ends_at = self._ends_at(self.make_and_validate_key(key, version=version))
        if ends_at is None:
            raise ValueError(f"Key '{key}' not found")
        self.set(key, value, (ends_at - now()).total_seconds(), version=version)
        return value

    def _ends_at(self, key: str) -> datetime | None:
        table = connection.ops.quote_name(self._table)  # type: ignore[attr-defined]
        with connection.cursor() as cursor:
            cursor.execute(f"select expires from {table} where cache_key = %s", [key])  # noqa: S608 - our own table
            row = cursor.fetchone()
        field: Any = Expression(output_field=DateTimeField())
        ends_at = row and row[0]
        for convert in connection.ops.get_db_converters(field) + field.get_db_converters(connection) if row else ():
            ends_at = convert(ends_at, field, connection)
        return ends_at if ends_at and ends_at > now() else None
