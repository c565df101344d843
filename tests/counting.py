"""Numbers of rows, alike in both databases."""

from django.apps import apps
from django.db import connection
from django.db.models import Max


def count_on() -> None:
    """Go on after the last row of each table, as SQLite does: PostgreSQL gives no number out twice, also when what had
    it was rolled back."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in apps.get_models():
            pk = model._meta.pk
            if model.__module__.startswith("rapport.") and pk is not None and pk.column == "id":
                last = model._default_manager.aggregate(last=Max("pk"))["last"] or 0
                # Named as the table once was, where that was renamed.
                cursor.execute("select pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
                (name,) = cursor.fetchone()
                if name:
                    cursor.execute(f"alter sequence {name} restart with {last + 1}")
