"""`rapport invite`: an invitation's address."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from rapport.kit.clock import now
from rapport.kit.commands import CommandError, PlainCommand
from rapport.members.invite import LASTS, invite
from rapport.site.starting import make_ready


class Command(PlainCommand):
    help = "Make an invitation: an address that lets one person in, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", default="", help="only for the holder of this address")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["email"]:
            try:
                validate_email(options["email"])
            except ValidationError as wrong:
                raise CommandError(" ".join(wrong.messages)) from wrong
        make_ready()
        word = invite(by=None, now=now(), email=options["email"])
        self.stdout.write(f"Valid for {LASTS.days} days, once: {settings.BASE_URL}/invitations/{word}/")
