"""Seats and professions are a room of their own: their tables get its name, with all that is in them."""

from django.db import migrations

MOVED = ("Profession", "Seat", "SeatHolding", "Application")


class Migration(migrations.Migration):
    dependencies = [
        ("groups", "0006_removed_by_host"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable(name, f"seats_{name.lower()}") for name in MOVED],
            state_operations=[migrations.DeleteModel(name) for name in reversed(MOVED)],
        ),
    ]
