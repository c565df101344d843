"""`rapport export`: a member's whole book, in an open format."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from rapport.exports.forms import FORMS, written
from rapport.kit import clock
from rapport.kit.commands import CommandError, PlainCommand
from rapport.members.models import Member
from rapport.people.models import Book
from rapport.site.starting import make_ready


class Command(PlainCommand):
    help = "Write a member's whole book. The JSON and zip forms can be brought in again with `import`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--member", required=True, metavar="NAME", help="whose book")
        parser.add_argument("--format", choices=tuple(FORMS), default="json")
        parser.add_argument("--on", type=_day, metavar="DATE", help="tell strengths of this day (default: today)")
        parser.add_argument("--out", type=Path, metavar="FILE", help="write there (default: to standard output)")
        parser.add_argument("--without-notes", action="store_true", help="leave private notes out of csv and vcf")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        member = Member.objects.filter(handle=options["member"].lower()).first()
        if member is None:
            raise CommandError(f"There is no member called {options['member']}.")
        on = options["on"] or clock.today(member.zone)
        pieces = written(Book.of(member), options["format"], on=on, with_notes=not options["without_notes"])
        if options["out"] is not None:
            _keep(options["out"], pieces)
            return
        if options["format"] == "zip" and sys.stdout.isatty():
            raise CommandError("A zip is not for reading: name a file with --out.")
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def _keep(path: Path, pieces: Iterable[bytes]) -> None:
    """Whole or not at all, and for its owner's eyes only."""
    growing = path.with_name(f".{path.name}.part")
    growing.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.writelines(pieces)
        growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError("write the day like 2026-11-19") from error
