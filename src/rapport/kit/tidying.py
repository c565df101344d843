"""The worker tidies up after itself: by the machine's time, which its rows keep."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from rapport.kit import clock
from rapport.kit.jobs import job
from rapport.kit.models import Tally

KEPT = timedelta(days=7)


@job(retries=1)
def tidy() -> None:
    """Forget jobs that ended a week ago, what the cache keeps no longer (such as where attempts came from), and how
    much somebody asked for in a time that is over."""
    Tally.objects.filter(ends_at__lt=clock.now()).delete()
    DBTaskResult.objects.filter(status__in=("SUCCESSFUL", "FAILED"), finished_at__lt=timezone.now() - KEPT).delete()
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    with connection.cursor() as cursor:
        present = connection.ops.adapt_datetimefield_value(timezone.now())
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [present])  # noqa: S608 - the name is our own
