"""`rapport import`: any file of any kind into a member's book, or a batch out again."""

import json
import sqlite3
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from rapport.archives.held import AlreadyUnderWayError
from rapport.archives.intake import FilesGoneError, commit, drop, give_up, read, receive
from rapport.archives.jobs import Telling
from rapport.archives.models import Intake
from rapport.archives.undo import undo
from rapport.kit.clock import now
from rapport.kit.commands import CommandError, PlainCommand
from rapport.members.models import Member
from rapport.people.models import Batch, Book
from rapport.site.starting import make_ready

NOT_YOURS = (
    "{} says it belongs to {} and not to {}, so nothing of it was brought in; if it is yours all the same, say --mine."
)


class Command(PlainCommand):
    help = "Bring archives into a member's book: shows what would come in and asks, unless --yes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--member", required=True, metavar="NAME", help="whose book")
        parser.add_argument("--yes", action="store_true", help="bring it in without asking")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
        parser.add_argument("--undo", type=int, metavar="BATCH", help="take a batch out again")
        parser.add_argument("--keep-text", action="store_true", help="keep the words of other people's messages")
        parser.add_argument(
            "--namesakes", action="store_true", help="also add who only shares the name of somebody erased"
        )
        parser.add_argument(
            "--mine", action="store_true", help="with --yes: it is the member's own, whatever name it bears"
        )
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        book = Book.of(member_named(options["member"]))
        if options["undo"] is not None:
            self._undo(book, options["undo"], as_json=options["json"])
            return
        if not options["files"]:
            raise CommandError("Name at least one file.", returncode=2)
        for path in options["files"]:
            if not path.exists():
                raise CommandError(f"{path}: there is no such file.")
        self._import(book, options)

    def _import(self, book: Book, options: dict[str, Any]) -> None:
        console = Console(stderr=True, quiet=options["json"])
        intake = receive(book, options["files"], now=now())
        intake.choices = {name: True for name in ("keep_text", "namesakes") if options[name]}
        with _bar(console) as bar:
            read(intake, now=now(), told=_teller(bar, intake))
        if not options["json"]:
            self._show(intake)
        if intake.state == "refused":
            self._finish(intake, None, as_json=options["json"])
        if options["yes"] and not options["mine"]:
            self._refuse_somebody_else_s(intake, as_json=options["json"])
        if not options["yes"] and not self._is_wanted():
            drop(intake, now=now())
            raise CommandError("Nothing was brought in.")
        if all(row.get("again") for row in intake.report["files"]):
            drop(intake, now=now())
            self._finish(intake, None, as_json=options["json"])
            return
        batch = self._committed(intake, console)
        self._finish(intake, batch, as_json=options["json"])

    def _committed(self, intake: Intake, console: Console) -> Batch:
        try:
            with _bar(console) as bar:
                return commit(intake, now=now(), told=_teller(bar, intake))
        except FilesGoneError as gone:
            give_up(intake, now=now())
            raise CommandError(intake.message) from gone
        except AlreadyUnderWayError as busy:
            drop(intake, now=now())
            raise CommandError("Another import into this book is under way. Try again when it is done.") from busy
        except (DatabaseError, sqlite3.Error, ObjectDoesNotExist) as gone:
            if Book.objects.filter(pk=intake.book_id).exists():
                raise
            raise CommandError("This member has left, and the book is gone.") from gone

    def _refuse_somebody_else_s(self, intake: Intake, *, as_json: bool) -> None:
        """Nobody is asked here, so what bears somebody else's name is taken for what it seems to be and left out."""
        rows = intake.report["files"]
        others = [row for row in rows if row.get("somebody_else")]
        for row in others:
            message = NOT_YOURS.format(row["name"], row["somebody_else"], intake.book.owner.name)
            row |= {"outcome": "reject", "message": message}
        if others and all(row["outcome"] == "reject" for row in rows):
            drop(intake, now=now())
            if as_json:
                self.stdout.write(json.dumps(outcome(intake, None), ensure_ascii=False))
            raise CommandError(others[0]["message"])
        for row in others:
            self.stderr.write(row["message"])

    def _is_wanted(self) -> bool:
        self.stderr.write("Bring this in? [y/N] ", ending="")
        self.stderr.flush()
        try:
            return input().strip().lower() in ("y", "yes")
        except EOFError:
            return False

    def _show(self, intake: Intake) -> None:
        for row in intake.report["files"]:
            self.stdout.write(f"{row['name']}: {row['recognised_as'] or 'not recognised'}. {row['message']}")
            if row.get("is_others"):
                self.stdout.write(f"  It says it belongs to {row['owner']}, and nothing in it is known to be yours.")
            for line in (*row.get("says", ()), *(f"{n:,} left out: {why}" for why, n in row.get("skipped_why", ()))):
                self.stdout.write(f"  {line}")
            for bad in row["dropped"][:10]:
                self.stdout.write(f"  {bad['where']}: {bad['why']}")

    def _finish(self, intake: Intake, batch: Batch | None, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(outcome(intake, batch), ensure_ascii=False))
        elif batch is not None:
            people, talks = batch.counts["people"], batch.counts["interactions"]
            self.stdout.write(
                f"Batch {batch.number}: {people['new']:,} new people, {people['known']:,} you knew already, "
                f"{people['to_review']:,} to look at; {talks['new']:,} moments between you are new, "
                f"{talks['known']:,} known."
            )
            if erased := batch.counts.get("erased"):
                self.stdout.write(f"  {erased:,} left out: erased by you, or not to be kept here by their wish")
            if passing := batch.counts.get("passing"):
                self.stdout.write(f"  {passing:,} left out: named in passing, or never written to by you")
        if batch is None and intake.state == "refused":
            raise CommandError(intake.message or "Nothing could be read.")

    def _undo(self, book: Book, number: int, *, as_json: bool) -> None:
        batch = Batch.objects.filter(book=book, number=number).first()
        if batch is None:
            raise CommandError(f"There is no batch {number} in this book.")
        try:
            done = undo(batch, now=now())
        except ValueError as refusal:
            raise CommandError(str(refusal)) from refusal
        if as_json:
            told = {"batch": number, "gone": done.gone, "kept": done.kept, "passed": done.passed}
            self.stdout.write(json.dumps(told))
            return
        gone, kept, passed = (sum(counts.values()) for counts in (done.gone, done.kept, done.passed))
        self.stdout.write(
            f"Batch {number} is taken out: {gone:,} rows went, {kept:,} stay because you touched them, "
            f"{passed:,} because other files told them too."
        )


def member_named(handle: str) -> Member:
    member = Member.objects.filter(handle=handle.lower()).first()
    if member is None:
        raise CommandError(f"There is no member called {handle}.")
    return member


def outcome(intake: Intake, batch: Batch | None) -> dict[str, Any]:
    """The contract's JSON of `import --json`."""
    keys = (
        "name",
        "recognised_as",
        "outcome",
        "message",
        "read",
        "dropped",
        "dropped_total",
        "skipped",
        "not_understood",
    )
    empty = {"people": {"new": 0, "known": 0, "to_review": 0}, "interactions": {"new": 0, "known": 0}}
    return {
        "batch": batch.number if batch else None,
        "files": [{key: row.get(key, 0) for key in (*keys, "not_understood")} for row in intake.report["files"]],
        **(batch.counts if batch else empty),
    }


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), console=console
    )


def _teller(bar: Progress, intake: Intake) -> Any:
    tasks: dict[str, Any] = {}
    telling = Telling(intake)

    def tell(what: str, done: int, total: int) -> None:
        telling(what, done, total)
        if what not in tasks:
            tasks[what] = bar.add_task(what, total=max(total, 1))
        bar.update(tasks[what], completed=done, total=max(total, done, 1))

    return tell
