"""What the room does by itself."""

from importlib import import_module

import pytest
from django.apps import apps
from django_tasks_db.models import DBTaskResult

from rapport.calendars.appointments import mail_appointments
from rapport.kit.jobs import later

pytestmark = pytest.mark.django_db


def test_a_job_queued_before_the_room_was_made_is_found_by_its_new_name() -> None:
    later(mail_appointments)
    queued = DBTaskResult.objects.filter(task_path="rapport.calendars.appointments.mail_appointments")
    queued.update(task_path="rapport.events.appointments.mail_appointments")
    import_module("rapport.events.migrations.0004_calendar_job").rename_job(apps, None)
    assert queued.count() == 1
