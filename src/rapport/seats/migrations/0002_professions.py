"""The tree of professions is brought along, and the job of this room that is queued is found under its new name."""

from typing import Any

from django.db import migrations

from rapport.seats.professions import ship


def bring(apps: Any, schema_editor: Any) -> None:
    ship(apps.get_model("seats", "Profession"))


def rename_job(apps: Any, schema_editor: Any) -> None:
    queued = apps.get_model("django_tasks_database", "DBTaskResult").objects
    queued.filter(task_path="rapport.groups.jobs.move_lines").update(task_path="rapport.seats.jobs.move_lines")


class Migration(migrations.Migration):
    dependencies = [
        ("seats", "0001_initial"),
        ("django_tasks_database", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(bring, migrations.RunPython.noop),
        migrations.RunPython(rename_job, migrations.RunPython.noop),
    ]
