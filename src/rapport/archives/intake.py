"""An intake from drop to done: files received, read in the child process, shown, and brought in on the owner's word.

Every step can be killed and called again: what was read stays staged, what was brought in is met by its keys.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from rapport.archives.again import digest, known_before
from rapport.archives.asking import is_others, somebody_else, stay_out, why_out
from rapport.archives.bring import Brought, bring, counted
from rapport.archives.held import AlreadyUnderWayError, held, is_left
from rapport.archives.models import Intake
from rapport.archives.report import report_of
from rapport.archives.undo import undo
from rapport.formats.files import groups
from rapport.people.models import Batch, Book, MyIdentity
from rapport.readers import sandbox
from rapport.readers.job import Progress
from rapport.readers.scratch import FILE
from rapport.readers.source import Choices
from rapport.readers.staged import Staged
from rapport.rights.suppress import Suppressed
from rapport.sameness.resolve import compare, resolve

NO_ROOM = "There is no room left on the disk to read this. Nothing of it was kept."
GONE = "The files are not there any more. Drop them again; nothing of them was kept."
SILENT = timedelta(minutes=10)  # without a sign of life, nobody is bringing it in any more
KEPT = ("name", "recognised_as", "outcome", "message", "read", "dropped_total", "skipped", "not_understood", "digests")
PASSING = ("examples", "owner", "asks", "erased", "namesakes", "is_others", "somebody_else")
Told = Callable[[str, int, int], None]  # what is being done, how much, of how much


class FilesGoneError(Exception):
    """What was read is not there any more."""


def receive(book: Book, paths: Sequence[Path], *, now: datetime, names: Sequence[str] = ()) -> Intake:
    """A new intake of the files at `paths`, which stay where they are; `names` as the owner knows them."""
    folder = secrets.token_hex(16)
    (jobs() / folder).mkdir(parents=True, mode=0o700)
    return Intake.objects.create(
        book=book,
        folder=folder,
        names=list(names) or [path.name for path in paths],
        paths=[str(path.absolute()) for path in paths],
        digests=[digest(path) for path in paths],
        began_at=now,
        beat_at=now,
    )


def read(intake: Intake, *, now: datetime, told: Told) -> None:
    """Read every file into staging and write the report: state `preview`, or `refused` when nothing could be read."""
    _turn(intake, "reading", now)
    rows: list[dict[str, Any]] = []
    trouble = ""
    try:
        rows += (_read(intake, place, members, now, told) for place, members in enumerate(groups(intake.names)))
    except OSError as error:
        trouble = GONE if isinstance(error, FileNotFoundError) else NO_ROOM
    intake.report = {"files": rows}
    is_any = not trouble and any(row["outcome"] != "reject" for row in rows)
    intake.message = "" if is_any else trouble or rows[0]["message"]
    if not is_any:
        clear(intake)  # first: where the disk is full, nothing could be written of it before
    _turn(intake, "preview" if is_any else "refused", now)


def _read(intake: Intake, place: int, members: Sequence[int], now: datetime, told: Told) -> dict[str, Any]:
    """The report row of the files that belong together at `place`."""
    paths = [Path(intake.paths[n]) for n in members]
    names = [intake.names[n] for n in members]
    row = known_before(intake, members)
    if row is None:
        folder = _folder(intake) / str(place)
        folder.mkdir(exist_ok=True)
        chosen = choices(intake, now)
        found = sandbox.read(paths, chosen, folder, _listener(told), names=names)
        suppressed = Suppressed(intake.book)
        row = report_of(" + ".join(names), found, lambda fact: not why_out(fact, suppressed))
        if isinstance(found, Staged):
            erased, namesakes = stay_out(found, suppressed)
            row |= {
                "erased": erased,
                "namesakes": namesakes,
                "is_others": is_others(found, chosen),
                "somebody_else": somebody_else(found, intake.book, chosen),
            }
    return row | {"place": place, "digests": [intake.digests[n] for n in members]}


def commit(intake: Intake, *, now: datetime, told: Told) -> Batch:
    """Bring what was read into the book, under one batch. Raises AlreadyUnderWayError while another import of this
    book runs, FilesGoneError when what was read has vanished (then `give_up`), and ValueError when there is nothing
    that could come in. Called again after a kill it goes on with the same batch."""
    if intake.state not in ("preview", "committing"):
        raise ValueError("There is nothing to bring in.")
    is_closed = intake.batch is not None and intake.batch.state != "open"
    if not is_closed and not _folder(intake).is_dir():
        raise FilesGoneError
    if is_closed:
        batch = _batch(intake, now)
        counts = batch.counts
    else:
        with held(_folder(intake)):
            batch = _batch(intake, now)
            counts = _bring(intake, batch, now, told)
    clear(intake)
    told("done", 1, 1)
    _forget_examples(intake)
    intake.report |= counts
    _turn(intake, "done", now)
    return batch


def _bring(intake: Intake, batch: Batch, now: datetime, told: Told) -> dict[str, Any]:
    """All that was read, and who is the same person; the counts."""
    files = [row for row in intake.report["files"] if row["outcome"] != "reject"]
    keep_text = bool(intake.choices.get("keep_text", intake.book.keeps_text))
    is_open_to_namesakes = bool(intake.choices.get("namesakes"))
    total = Brought()
    # Guests and senders are met by the addresses that the other files tell.
    files.sort(key=lambda row: bool(row["read"].get("faint")))
    for staged in staged_of(intake, files):
        total.add(bring(staged, batch, keep_text=keep_text, namesakes=is_open_to_namesakes, now=now, progress=told))
    told("same person", 0, 1)
    return _close(batch, total, now)


def give_up(intake: Intake, *, now: datetime) -> None:
    """It cannot be gone on with: what came in of it so far is taken out again, and the owner is told why."""
    if intake.batch is not None and intake.batch.state == "open":
        Batch.objects.filter(pk=intake.batch.pk).update(state="undoing")
        undo(Batch.objects.get(pk=intake.batch.pk), now=now)
    clear(intake)
    refuse(intake, GONE, now=now)


def refuse(intake: Intake, message: str, *, now: datetime) -> None:
    """Nothing comes in of it; `message` says why. Its files are for the caller to `clear`."""
    intake.message = message
    _forget_examples(intake)
    _turn(intake, "refused", now)


def drop(intake: Intake, *, now: datetime) -> None:
    """The owner does not want it: nothing was brought in, and the files go."""
    clear(intake)
    _forget_examples(intake)
    _turn(intake, "dropped", now)


def clear(intake: Intake) -> None:
    """The job's end deletes its folder, and uploads that were kept for it."""
    shutil.rmtree(_folder(intake), ignore_errors=True)


def choices(intake: Intake, now: datetime) -> Choices:
    """What the owner decided, and who the owner is."""
    book, answers = intake.book, dict(intake.choices.get("answers", {}))
    mine = {tuple(key.split(":", 1)) for key in MyIdentity.objects.filter(book=book).values_list("key", flat=True)}
    mine |= {("email", book.owner.account.email.casefold()), ("name", book.owner.name.casefold())}
    order = answers.get("day_order")
    return Choices(
        now=now,
        zone=book.owner.zone,
        mine=frozenset((platform, handle) for platform, handle in mine),
        day_first=None if order is None else order == "day first",
        encoding=answers.get("encoding"),
        keep_text=bool(intake.choices.get("keep_text", book.keeps_text)),
        answers=answers,
    )


def jobs() -> Path:
    folder: Path = settings.DATA / "jobs"
    return folder


def _folder(intake: Intake) -> Path:
    return jobs() / intake.folder


def _batch(intake: Intake, now: datetime) -> Batch:
    with transaction.atomic():
        Book.objects.select_for_update().get(pk=intake.book_id)
        # One that only waits for its turn has no batch yet; one that was left or fell silent is gone on with later.
        begun = Intake.objects.filter(book=intake.book, state="committing", batch__state="open")
        begun = begun.filter(beat_at__gt=now - SILENT).exclude(pk=intake.pk)
        if not all(is_left(_folder(other)) for other in begun):
            raise AlreadyUnderWayError
        if intake.batch is None:
            files = intake.report["files"]
            intake.batch = Batch.objects.create(
                book=intake.book,
                label=", ".join(intake.names)[:300],
                kinds=sorted({kind for row in files for kind in row["recognised_as"].split("+") if kind}),
                account=next((row["owner"] for row in files if row.get("owner")), "")[:300],
                files=[{name: row.get(name) for name in KEPT} for row in files],
                began_at=now,
            )
        intake.state, intake.beat_at = "committing", now
        intake.save(update_fields=["batch", "state", "beat_at"])
    return intake.batch


def _close(batch: Batch, brought: Brought, now: datetime) -> dict[str, Any]:
    """Find who is the same person, and end the batch."""
    counts = counted(batch, brought)
    compared = compare(batch.book, changed=brought.changed, batch=batch)
    with transaction.atomic():
        resolved = resolve(batch.book, changed=brought.changed, now=now, batch=batch, before=compared)
        counts["people"]["new"] -= resolved.merged
        counts["people"]["known"] += resolved.merged
        counts["people"]["to_review"] = resolved.to_review
        batch.counts, batch.state, batch.ended_at = counts, "done", now
        batch.save(update_fields=["counts", "state", "ended_at"])
    return counts


def staged_of(intake: Intake, files: Sequence[dict[str, Any]]) -> Iterator[Staged]:
    """What was read of these rows of its report, as far as it is there."""
    paths = (_folder(intake) / str(row["place"]) / FILE for row in files)
    return (Staged(path) for path in paths if path.exists())


def _forget_examples(intake: Intake) -> None:
    """What was shown of people before they came in is not kept beside the book."""
    files = intake.report.get("files", ())
    intake.report = {"files": [{name: value for name, value in row.items() if name not in PASSING} for row in files]}


def _listener(told: Told) -> Callable[[Progress], None]:
    return lambda progress: told(f"reading {progress.file}", progress.done, progress.total)


def _turn(intake: Intake, state: str, now: datetime) -> None:
    intake.state, intake.beat_at = state, now
    intake.save()
