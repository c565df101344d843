"""Making a member a host too, and being a host no more; a place where others are never loses its last one."""

from datetime import datetime

from django.db import transaction

from rapport.hosting.reporting import note
from rapport.journal.write import record
from rapport.members.hosts import is_needed
from rapport.members.models import Hub, Member


class NeededError(Exception):
    """They are the only host."""


@transaction.atomic
def make_host(*, member: Member, by: Member | None, now: datetime) -> None:
    """The member looks after the place as well; by hand of the machine (`by` None) where no host is left. Nothing
    happens to who is one already."""
    if not Member.objects.filter(pk=member.pk, is_host=False).update(is_host=True):
        return
    line = note(host=by, act="host", kind="member", why="", now=now)
    record(actor=by, verb="host.make", subject=f"audit:{line.pk}", towards=[member], done_at=now)


@transaction.atomic
def step_down(*, member: Member, now: datetime) -> None:
    """They are a member like others again. Raises NeededError."""
    Hub.objects.select_for_update().filter(pk=1).first()  # two at one moment: the second is the last
    if is_needed(member):
        raise NeededError
    if Member.objects.filter(pk=member.pk, is_host=True).update(is_host=False):
        note(host=member, act="resigned", kind="member", why="", now=now)
