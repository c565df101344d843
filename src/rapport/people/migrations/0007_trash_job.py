"""The job that empties the trash has gone to the room of rights: one that is queued is found under its new name."""

from typing import Any

from django.db import migrations


def rename_job(apps: Any, schema_editor: Any) -> None:
    queued = apps.get_model("django_tasks_database", "DBTaskResult").objects
    old, new = (f"rapport.{room}.schedules.empty_old_trash" for room in ("people", "rights"))
    queued.filter(task_path=old).update(task_path=new)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_kept_suppression_key"),
        ("django_tasks_database", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(rename_job, migrations.RunPython.noop),
    ]
