"""Letting the readers read: each for itself, again later when it fails."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from rapport.journal.models import Reading
from rapport.kit import clock
from rapport.kit.jobs import job

log = logging.getLogger(__name__)
TRIES = 6
FIRST_WAIT = timedelta(seconds=30)


@job(retries=1)
def read_deed(deed: int) -> None:
    """Let every reader that has not read this deed yet read it."""
    for reading in Reading.objects.filter(deed=deed, state="waiting"):
        _read(reading)


@job(retries=1)
def read_again() -> None:
    """What failed and is due once more."""
    for reading in Reading.objects.filter(state="waiting", due_at__lte=clock.now())[:500]:
        _read(reading)


def read_all() -> None:
    """Everything that waits, now: for commands and tests that have no worker beside them."""
    for reading in Reading.objects.filter(state="waiting").order_by("deed", "reader"):
        _read(reading)


def _read(reading: Reading) -> None:
    """A reader and the end of its row are one transaction; readers are safe to run twice all the same."""
    if reading.reader not in settings.JOURNAL_READERS:
        reading.delete()
        return
    try:
        with transaction.atomic():
            import_string(reading.reader)(reading.deed)
            reading.delete()
    except Exception:
        log.warning("%s failed to read a deed", reading.reader, exc_info=True)
        reading.tries += 1
        reading.state = "waiting" if reading.tries < TRIES else "parked"
        reading.due_at = clock.now() + FIRST_WAIT * 2**reading.tries
        reading.save(update_fields=["tries", "state", "due_at"])
