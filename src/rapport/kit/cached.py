"""Django's cache in the database, which says it when it cannot write.

Django's own keeps silent, and its word then looks as if the thing were there already: too many attempts, a form that
was sent before. Both would be told to somebody whose database is busy or full.
"""

from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.db import OperationalError, connection, transaction


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
