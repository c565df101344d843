"""The search table as each database keeps it."""

from types import ModuleType

from django.db import connection

from rapport.kit.fts_tables import pieces, trigrams


def engine() -> ModuleType:
    """The form of the database in use: CREATE, DROP, COLUMNS, INSERT, FORGET, AFTERWARDS, row(), condition()."""
    return pieces if connection.vendor == "postgresql" else trigrams
