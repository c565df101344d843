"""The tree of professions is brought along."""

from typing import Any

from django.db import migrations

from rapport.groups.professions import ship


def bring(apps: Any, schema_editor: Any) -> None:
    ship(apps.get_model("groups", "Profession"))


class Migration(migrations.Migration):
    dependencies = [
        ("groups", "0002_coming_and_seats"),
    ]

    operations = [
        migrations.RunPython(bring, migrations.RunPython.noop),
    ]
