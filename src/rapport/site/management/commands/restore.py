"""`rapport restore`: a backup put back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings

from rapport.kit.clock import now
from rapport.kit.commands import PlainCommand
from rapport.site.backups.restoring import restore_backup
from rapport.site.starting import make_folder, make_ready


class Command(PlainCommand):
    help = "Put a backup back. The hub must be stopped; what was there before is moved aside."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        make_folder(settings.DATA)
        aside = restore_backup(options["file"], now=now())
        make_ready()
        self.stdout.write("The backup is back in place.")
        if aside is not None:
            self.stdout.write(f"What was there before is in {aside}.")
        self.stdout.write("If this folder's secret key is not the one from then, everybody signs in anew.")
