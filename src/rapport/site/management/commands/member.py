"""`rapport member`: accounts from the command line."""

import sys
from argparse import ArgumentParser
from typing import Any

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from rapport.hosting.handing_over import make_host
from rapport.kit.clock import now
from rapport.kit.commands import CommandError, PlainCommand
from rapport.members.firstrun import settle
from rapport.members.invite import make_member
from rapport.members.models import HANDLE, Account, Member
from rapport.site.starting import make_ready


class Command(PlainCommand):
    help = "Add, list or reset members, or make one a host. The first one added is the host."

    def add_arguments(self, parser: ArgumentParser) -> None:
        doing = parser.add_subparsers(dest="doing", required=True, metavar="add|list|reset|host")
        adding = doing.add_parser("add", help="add a member")
        adding.add_argument("handle")
        adding.add_argument("--email", required=True)
        adding.add_argument("--name", default="")
        adding.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
        doing.add_parser("list", help="list members")
        doing.add_parser("reset", help="print a link by which a member chooses a new password").add_argument("handle")

        doing.add_parser("host", help="make a member a host too").add_argument("handle")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        getattr(self, f"_{options['doing']}")(**options)

    def _add(self, *, handle: str, email: str, name: str, password_stdin: bool, **_: Any) -> None:
        password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
        handle = handle.lower().removeprefix("@")
        _check(handle, email, password)
        is_first = not Member.objects.exists()
        member = make_member(email=email, password=password, handle=handle, name=name or handle, is_host=is_first)
        if is_first:
            settle(now())
        self.stdout.write(f"@{handle} is a member{' and the host' if is_first else ''}.")
        if password is None:
            self.stdout.write(f"They choose a password here, once: {_reset_link(member.account)}")

    def _list(self, **_: Any) -> None:
        for member in Member.objects.select_related("account").order_by("handle"):
            role = "  host" if member.is_host else ""
            self.stdout.write(f"{member.handle:<20}  {member.account.joined_at:%Y-%m-%d}  {member.name}{role}")

    def _host(self, *, handle: str, **_: Any) -> None:
        member = _found(handle)
        make_host(member=member, by=None, now=now())
        self.stdout.write(f"@{member.handle} is a host.")

    def _reset(self, *, handle: str, **_: Any) -> None:
        member = _found(handle)
        self.stdout.write(f"@{member.handle} chooses a new password here, once: {_reset_link(member.account)}")


def _found(handle: str) -> Member:
    member: Member | None = (
        Member.objects.select_related("account").filter(handle=handle.lower().removeprefix("@")).first()
    )
    if member is None:
        raise CommandError(f"There is no member called {handle}.")
    return member


def _check(handle: str, email: str, password: str | None) -> None:
    try:
        HANDLE(handle)
        validate_email(email)
        if password is not None:
            validate_password(password, Account(email=email))
    except ValidationError as wrong:
        raise CommandError(" ".join(wrong.messages)) from wrong
    if Member.objects.filter(handle=handle).exists():
        raise CommandError(f"The handle {handle} is taken.")


def _reset_link(account: Account) -> str:
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(account)
    return f"{settings.BASE_URL}/enter/password/reset/key/{user_pk_to_url_str(account)}-{key}/"
