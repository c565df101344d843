"""The slow parts of an intake, done by the worker while the owner is elsewhere."""

import shutil
from datetime import datetime, timedelta

from django.conf import settings

from rapport.archives.held import AlreadyUnderWayError
from rapport.archives.intake import SILENT, FilesGoneError, clear, commit, give_up, jobs, read
from rapport.archives.models import Intake
from rapport.archives.undo import undo
from rapport.archives.uploading import ARRIVING
from rapport.kit.clock import now
from rapport.kit.jobs import job, later
from rapport.people.models import Batch

EVERY = timedelta(seconds=1)  # between two words of progress
PREVIEWS_LAST = timedelta(days=7)
STRAYS_LAST = timedelta(days=1)


class Telling:
    """Writes an intake's progress, at most once a second."""

    def __init__(self, intake: Intake) -> None:
        self.intake, self.at = intake, datetime.min.replace(tzinfo=now().tzinfo)

    def __call__(self, what: str, done: int, total: int) -> None:
        if now() - self.at < EVERY:
            return
        self.at = now()
        progress = {"what": what, "done": done, "total": total}
        Intake.objects.filter(pk=self.intake.pk).update(progress=progress, beat_at=self.at)


@job(retries=1)
def read_intake(intake: int) -> None:
    """Read what was dropped, up to the preview."""
    found = (
        Intake.objects.select_related("book__owner__account")
        .filter(pk=intake, state__in=("waiting", "reading"))
        .first()
    )
    if found is not None:
        read(found, now=now(), told=Telling(found))


@job(retries=3)
def commit_intake(intake: int) -> None:
    """Bring in what the owner said yes to; goes on where a killed worker was."""
    found = Intake.objects.select_related("book__owner__account").filter(pk=intake).filter(state="committing").first()
    if found is None or not found.report.get("files"):
        return
    try:
        commit(found, now=now(), told=Telling(found))
    except AlreadyUnderWayError:
        later(commit_intake, run_after=now() + timedelta(seconds=15), intake=intake)
    except FilesGoneError:
        give_up(found, now=now())


@job(retries=2)
def undo_batch(batch: int) -> None:
    undo(Batch.objects.get(pk=batch), now=now())


@job(retries=1)
def go_on() -> None:
    """Take up again what nobody works on any more, its worker or command having died."""
    for intake in Intake.objects.filter(state__in=("reading", "committing"), beat_at__lt=now() - SILENT):
        later(read_intake if intake.state == "reading" else commit_intake, intake=intake.pk)


@job(retries=1)
def forget_old_previews() -> None:
    """Previews nobody answered go after a week, with their files; files that belong to no intake go after a day, and so
    does what was on its way in when the server was killed."""
    for intake in Intake.objects.filter(state="preview", began_at__lt=now() - PREVIEWS_LAST):
        clear(intake)
        intake.delete()
    known = {ARRIVING, *Intake.objects.values_list("folder", flat=True)}
    strays = [path for path in (*jobs().glob("*"), *jobs().glob(f"{ARRIVING}/*")) if path.name not in known]
    for path in (*strays, *(settings.DATA / "uploads").glob("*")):
        if path.stat().st_mtime < (now() - STRAYS_LAST).timestamp():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
