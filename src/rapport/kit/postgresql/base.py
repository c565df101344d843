"""A transaction waits until the one before it has ended, as on SQLite.

What is done in a book looks first and writes then: whether a fact is known, which days count, what is found. Two at
once (a second click, a phone beside the desk, an import beside its owner) would each miss what the other writes.
"""

from typing import Any

from django.db.backends.postgresql import base

TURN = 7_267_766  # any number, the same in every process
_WAIT = f"SELECT set_config('lock_timeout', %s, true), pg_advisory_xact_lock({TURN})"


class DatabaseWrapper(base.DatabaseWrapper):
    """Reading needs no turn; pages read outside of transactions."""

    is_reading = False

    def set_autocommit(self, autocommit: bool, force_begin_transaction_with_broken_autocommit: bool = False) -> None:
        """Begin a transaction (`autocommit` off), once it is its turn. Raises OperationalError after the seconds of the
        setting `TURN`."""
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        if autocommit or self.is_reading:
            return
        driver: Any = self.connection
        longest = f"{self.settings_dict['TURN'] * 1000:.0f}ms"
        try:
            with self.wrap_database_errors, driver.cursor() as cursor:
                cursor.execute(_WAIT, [longest])
        except BaseException:
            self.close()  # it would stay half in a transaction
            raise
