"""What members leave behind on the disk, cleared by the worker."""

from django.db import connection

from rapport.kit.jobs import job


@job(retries=5)
def compact() -> None:
    """Give back and overwrite the room of deleted rows. SQLite keeps their words in free pages until then; PostgreSQL
    sees to it by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
