from datetime import UTC, datetime

from django.db import migrations


def _soon(apps, _schema_editor):
    """The worker fills the shelves of a hub that was here before them, as soon as it looks."""
    turns = apps.get_model("kit", "Turn").objects
    turns.get_or_create(name="what is found on the hub", defaults={"due_at": datetime(2026, 1, 1, tzinfo=UTC)})


class Migration(migrations.Migration):
    dependencies = [("kit", "0004_pageversion")]

    operations = [migrations.RunPython(_soon, migrations.RunPython.noop)]
