"""Whether the hub is well: for its host, and for whoever watches over the machine. It names nobody and no number."""

import shutil
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rapport.kit.clock import now
from rapport.kit.waiting import is_left_waiting
from rapport.mailroom.models import Waiting

LEAST_ROOM = 200_000_000  # bytes
LATELY = timedelta(hours=2)  # longer than the mail server is left alone


class Sign(NamedTuple):
    """One thing looked at. `says` is a sentence for the host's page."""

    name: str
    is_well: bool
    says: str


def signs() -> list[Sign]:
    """Database, worker, mail, disk, in this order; nothing is asked of a database that does not answer."""
    database = _database()
    if not database.is_well:
        return [database, _disk()]
    return [database, _worker(), _mail(), _disk()]


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when all is well, 503 when not; which part it is, in one word each."""
    found = signs()
    is_well = all(sign.is_well for sign in found)
    parts = {sign.name: "well" if sign.is_well else "not well" for sign in found}
    answer = JsonResponse({"hub": "well" if is_well else "not well", **parts}, status=200 if is_well else 503)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _database() -> Sign:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Sign("database", False, _("The database does not answer."))
    try:
        with transaction.atomic():  # a turn to write, in which nothing is written
            pass
    except DatabaseError:
        return Sign("database", False, _("The database can be read, but who writes waits in vain."))
    return Sign("database", True, _("The database answers."))


def _worker() -> Sign:
    if is_left_waiting():
        return Sign("worker", False, _("No worker is at work: imports and mails wait."))
    return Sign("worker", True, _("What is to be done is done in time."))


def _mail() -> Sign:
    if not settings.MAIL_SERVER:
        return Sign("mail", True, _("No mail server is set: mails wait here."))
    if Waiting.objects.filter(failed_at__gt=now() - LATELY).exists():
        return Sign("mail", False, _("The mail server has refused mails for some time."))
    return Sign("mail", True, _("Mails are sent."))


def _disk() -> Sign:
    room = shutil.disk_usage(settings.DATA).free
    if room < LEAST_ROOM:
        return Sign("disk", False, _("The disk is nearly full."))
    return Sign("disk", True, _("There is room on the disk."))
