"""`rapport demo`: the town of Port Amaranth in a folder of its own, brought in by the real importers and served."""

import json
import os
import shutil
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from rapport.archives.intake import commit, read, receive
from rapport.kit.clock import now
from rapport.kit.commands import CommandError, PlainCommand
from rapport.members.invite import make_member
from rapport.members.models import Hub, Member
from rapport.people.models import Book
from rapport.rounds.today import the_round
from rapport.site.deciding import decide_as_owner
from rapport.site.enlivening import enliven
from rapport.site.replaying import replay
from rapport.site.story import stations
from rapport.town import Town, build
from rapport.town.hand import by_hand
from rapport.town.hub import hub_of
from rapport.town.render import render

SEED = 1
SHOWN = {"mo": "Mo Adler", "ann": "Ann Okafor", "bo": "Bo Lindqvist", "cy": "Cy Park"}
STAMP = "town.json"
FORM = 2  # of the filled folder; raised when a filling from before no longer fits


class Command(PlainCommand):
    help = "Fill a folder of its own with the demo town, print Ann's round, and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--size", choices=("S", "M", "L"), default="S", help="of the town (default S)")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="fill and print, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo runs by ./rapport demo only, never on a hub of real people.")
        stamp = {"size": options["size"], "seed": SEED, "form": FORM}
        if _filled() != stamp:
            self._fill(options["size"])
            (settings.DATA / STAMP).write_text(json.dumps(stamp))
        else:
            call_command("migrate", verbosity=0)
        self._print_round()
        if not options["no_serve"]:
            self._print_links(options["port"])
            _serve(options["port"])

    def _fill(self, size: str) -> None:
        """From nothing: what a broken-off filling left is thrown away."""
        connection.close()
        for path in settings.DATA.glob("rapport.sqlite3*"):
            path.unlink()
        for name in ("jobs", "archives"):
            shutil.rmtree(settings.DATA / name, ignore_errors=True)
        self.stdout.write("Building Port Amaranth and bringing its people's archives in. This takes a minute, once.")
        call_command("migrate", verbosity=0)
        town = build(SEED, size)
        papers = render(town, settings.DATA / "archives", owners=list(SHOWN))
        for handle, name in SHOWN.items():
            _join(town, handle, name)
        Hub.objects.update_or_create(pk=1, defaults={"name": "Port Amaranth", "settled_at": now()})
        console = Console(stderr=True)
        with Progress(TextColumn("{task.description}"), BarColumn(), console=console) as bar:
            for handle, files in papers.items():
                _bring(town, handle, files, bar)
        self.stdout.write("Letting its people meet, talk and thank one another.")
        enliven(hub_of(town), now=now())

    def _print_round(self) -> None:
        ann = Member.objects.get(handle="ann")
        today = now().date()
        found = the_round(ann, on=today, minutes=ann.minutes, now=now())
        self.stdout.write(f"\nToday for {ann.name}, {_written(today)}:\n")
        for act in found.acts:
            opener = f"\n    \u201c{act.opener}\u201d" if act.opener else ""
            self.stdout.write(f"  {act.act}\n    {act.reason}{opener}\n")
        self.stdout.write(f"{found.closing}\n")

    def _print_links(self, port: int) -> None:
        """STORY.md, in order."""
        self.stdout.write("\nAnn's morning, in order (choose Ann in the switch at the top):")
        for label, path in stations(now().date()):
            self.stdout.write(f"  {label:<24} http://127.0.0.1:{port}{path}")
        self.stdout.write("")


def _serve(port: int) -> None:
    """In the place of this process, so that what the filling took of memory is given back."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "rapport", "up", "--port", str(port)])  # noqa: S606 - ourselves


def _filled() -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((settings.DATA / STAMP).read_text())
    except (OSError, ValueError):
        return None
    return found


def _join(town: Town, handle: str, name: str) -> None:
    """A member with the town's clock and no password: the switch is the only way in."""
    zone = next((owner.zone for owner in town.owners if owner.handle == handle), town.zone)
    member = make_member(
        email=f"{handle}@amaranth.example", password=None, handle=handle, name=name, is_host=handle == "mo"
    )
    Member.objects.filter(pk=member.pk).update(zone=zone, region="GB")


def _bring(town: Town, handle: str, files: list[Path], bar: Progress) -> None:
    book = Book.of(Member.objects.get(handle=handle))
    task = bar.add_task(f"{SHOWN[handle]}: {len(files)} archives", total=len(files) + 1)
    for path in sorted(
        files, key=lambda path: path.suffix != ".vcf"
    ):  # the address book first: so Bo is asked before Brigid
        intake = receive(book, [path], now=now())
        read(intake, now=now(), told=lambda *_: None)
        if intake.state == "preview":
            commit(intake, now=now(), told=lambda *_: None)
        bar.advance(task)
    decide_as_owner(book, [entry for entry in town.entries if entry.owner == handle], now=now())
    replay(book, by_hand(handle))
    bar.advance(task)


def _written(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
