"""`rapport backup`: the whole hub in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.template.defaultfilters import filesizeformat

from rapport.kit.clock import now
from rapport.kit.commands import PlainCommand
from rapport.site.backups.writing import write_backup
from rapport.site.starting import make_ready


class Command(PlainCommand):
    help = "Write database and files to one file, also while the hub serves. It holds all books: keep it safe."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="such as hub.tar.gz")
        parser.add_argument("--with-key", action="store_true", help="the secret key too, to move the hub elsewhere")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        size = write_backup(options["file"], with_key=options["with_key"], now=now())
        self.stdout.write(f"{options['file']}: {filesizeformat(size)}.".replace("\xa0", " "))
