"""Hosts hear that somebody asks to come in, and whoever invited somebody hears that they came."""

from datetime import datetime, timedelta

from rapport.journal.models import Deed
from rapport.journal.write import forget, record
from rapport.kit.doorbell import Doorbell
from rapport.members.models import Member

A_DAY = 10  # of which hosts hear one by one; what comes beyond waits on their page


def _asks(number: int, now: datetime) -> None:
    if Deed.objects.filter(verb="host.asked", done_at__gt=now - timedelta(days=1)).count() < A_DAY:
        hosts = Member.objects.active().filter(is_host=True)
        record(actor=None, verb="host.asked", subject=f"joining:{number}", towards=hosts, done_at=now)


def _is_answered(number: int) -> None:
    forget(f"joining:{number}")


def _comes_in(member: Member, by: Member, now: datetime) -> None:
    record(actor=member, verb="host.came", towards=[by], done_at=now)


BELL = Doorbell(_asks, _is_answered, _comes_in)
