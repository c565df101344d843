from django.db import migrations

from rapport.kit.fts_tables import engine


def _make(_apps, schema_editor):
    for statement in engine().CREATE:
        schema_editor.execute(statement)


def _unmake(_apps, schema_editor):
    for statement in engine().DROP:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("kit", "0002_cache")]

    operations = [migrations.RunPython(_make, _unmake)]
