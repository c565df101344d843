"""The job that mails dates has gone to the room of calendars: one that is queued is found under its new name."""

from typing import Any

from django.db import migrations


def rename_job(apps: Any, schema_editor: Any) -> None:
    queued = apps.get_model("django_tasks_database", "DBTaskResult").objects
    old, new = (f"rapport.{room}.appointments.mail_appointments" for room in ("events", "calendars"))
    queued.filter(task_path=old).update(task_path=new)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0003_attendance_is_asked"),
        ("django_tasks_database", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(rename_job, migrations.RunPython.noop),
    ]
