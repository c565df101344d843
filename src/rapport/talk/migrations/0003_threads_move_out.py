"""Threads and their messages are a room of their own: their tables get its name, with all that is in them."""

from django.db import migrations

MOVED = ("Thread", "Side", "Message")


class Migration(migrations.Migration):
    dependencies = [
        ("talk", "0002_removed_by"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable(name, f"threads_{name.lower()}") for name in MOVED],
            state_operations=[migrations.DeleteModel(name) for name in reversed(MOVED)],
        ),
    ]
