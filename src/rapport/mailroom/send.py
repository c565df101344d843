"""Sending: write the mail down, and let the worker carry it out."""

import smtplib
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from rapport.kit.clock import now as present
from rapport.kit.jobs import job, later
from rapport.mailroom.letters import letter, one_line
from rapport.mailroom.models import Waiting
from rapport.members.models import Account

TRIES = 6  # over about an hour, which outlasts greylisting
FIRST_WAIT = timedelta(minutes=1)
TRIED = timedelta(days=3)  # then once an hour, as long as a server may well be away
KEPT = timedelta(days=30)


@transaction.atomic
def send(*, to: Account, subject: str, body: str, kind: str, now: datetime, stop_path: str = "") -> Waiting:
    """Mail `body` (plain text) to a member. `stop_path` is where such mails are stopped with one click.

    Within a transaction the mail goes with it: rolled back, it was never written.
    """
    return write_down(
        Waiting(account=to, address=to.email, subject=subject, body=body, kind=kind, stop_path=stop_path), now
    )


def write_down(waiting: Waiting, now: datetime) -> Waiting:
    """Keep a mail and queue its sending, if there is a server to send it by."""
    waiting.subject, waiting.written_at = one_line(waiting.subject), now
    waiting.save()
    if settings.MAIL_SERVER:
        later(carry_out, mail=waiting.pk)
    return waiting


def _carry(waiting: Waiting) -> None:
    with get_connection(settings.MAIL_SERVER) as connection:
        letter(waiting, connection).send()
        waiting.delete()  # before the goodbyes: a server that took it and says no more gets it once


@job(retries=TRIES, backoff=FIRST_WAIT, is_elsewhere=True)
def carry_out(mail: int) -> None:
    """Send one mail and forget it. A mail that is gone was sent, or its recipient has left. To somebody who has been
    suspended since, and in their name, nothing goes."""
    waiting = Waiting.objects.select_related("account", "by").filter(pk=mail).first()
    if waiting is None:
        return
    if not all(one is None or one.is_active for one in (waiting.account, waiting.by)):
        waiting.delete()
        return
    try:
        _carry(waiting)
    except (OSError, smtplib.SMTPException):
        Waiting.objects.filter(pk=mail).update(failed_at=present())
        raise


@job(retries=0, is_elsewhere=True)
def carry_at_last(mail: int) -> None:
    """One try more for a mail that was given up; the next is in an hour."""
    with suppress(OSError, smtplib.SMTPException):
        carry_out.call({"mail": mail})


@job(retries=1)
def take_up_again() -> None:
    """Mails that a server refused for longer than all tries lasted are tried on each hour, for some days."""
    left = Waiting.objects.filter(failed_at__isnull=False, written_at__gt=present() - TRIED)
    for mail in set(left.values_list("pk", flat=True)) - _queued():
        later(carry_at_last, mail=mail)


def _queued() -> set[int]:
    paths = (carry_out.module_path, carry_at_last.module_path)
    jobs = DBTaskResult.objects.filter(task_path__in=paths, status__in=("READY", "RUNNING"))
    return {told["args"][0]["mail"] for told in jobs.values_list("args_kwargs", flat=True)}


@job(retries=1)
def forget_old_mail() -> None:
    """What nobody could be sent or came to read is forgotten after a month; a link to a door after a day."""
    Waiting.objects.filter(written_at__lt=present() - KEPT).delete()
    Waiting.objects.filter(kind="entry", written_at__lt=present() - timedelta(days=1)).delete()
