"""`rapport up`: the hub, web and worker, until Ctrl-C."""

import os
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.conf import settings

from rapport.kit.commands import PlainCommand
from rapport.members.firstrun import first_run_word
from rapport.site.serving import check_port, serve
from rapport.site.starting import make_ready


class Command(PlainCommand):
    help = "Serve the hub. The first start makes the data folder, keys and database, and prints a first-run link."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default 127.0.0.1)")
        parser.add_argument("--port", type=_port, default=8000, help="port to listen at (default 8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        check_port(host, port)
        _know_own_address(host, port)
        make_ready()
        word = first_run_word()
        serve(host, port, ready=lambda: self._greet(word))

    def _greet(self, word: str | None) -> None:
        self.stdout.write(f"Rapport is at {settings.BASE_URL}/ - Ctrl-C stops it.")
        if word is not None:
            self.stdout.write(f"Nobody lives here yet. This link works once: {settings.BASE_URL}/first-run/{word}/")
        self.stdout.flush()


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65_536):
        raise ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


def _know_own_address(host: str, port: int) -> None:
    """Without RAPPORT_BASE_URL, links in mails and invitations lead to where this process listens."""
    if os.environ.get("RAPPORT_BASE_URL"):
        return
    is_anywhere = host in ("0.0.0.0", "::")  # noqa: S104 - compared, not bound
    seen = "127.0.0.1" if is_anywhere else f"[{host}]" if ":" in host else host
    settings.BASE_URL = f"http://{seen}:{port}"
    settings.CSRF_TRUSTED_ORIGINS = [settings.BASE_URL]
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, seen]
