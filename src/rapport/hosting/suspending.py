"""Closing the place to a member: every door at once, and opening it again."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from rapport.calendars.appointments import due_to
from rapport.events.meanwhile import stand_down
from rapport.events.rsvp import free_places
from rapport.hosting.reporting import note
from rapport.kit import clock
from rapport.kit.jobs import job
from rapport.members.models import Account, Member, Suspension


class RefusedError(Exception):
    """A host cannot be suspended, nor can oneself."""


@transaction.atomic
def suspend(*, member: Member, by: Member, why: str, now: datetime, until: datetime | None = None) -> None:
    """They are out of every page, list, count and mail at once, and signed in nowhere; their places at events to come
    go to the next in line, and what they alone would hold meanwhile is called off. What they wrote stays, unseen. Their
    book is untouched. Raises RefusedError for a host."""
    if member.is_host:
        raise RefusedError
    given = {"by": by, "why": why[:500], "since": now, "until": until}
    Suspension.objects.update_or_create(member=member, defaults=given)
    account = Account.objects.filter(pk=member.account_id)
    account.update(is_active=True)  # for longer than it was: who comes is asked as long as they see it
    stand_down(member=member, now=now, until=until)
    account.update(is_active=False)
    for session in Session.objects.filter(expire_date__gt=now).iterator():
        if session.get_decoded().get("_auth_user_id") == str(member.account_id):
            session.delete()
    free_places(member=member, now=now)
    note(host=by, act="suspended", kind="member", why=why, now=now)


@transaction.atomic
def readmit(*, member: Member, by: Member | None, now: datetime) -> None:
    """Everything is as it was before, but for the places at events, which others may hold by now: their calendar is
    told that they do not come."""
    if Suspension.objects.filter(member=member).delete()[0]:
        Account.objects.filter(pk=member.account_id).update(is_active=True)
        due_to(member, now)
        if by is not None:
            note(host=by, act="readmitted", kind="member", why="", now=now)


@job(retries=1)
def readmit_when_over() -> None:
    for over in Suspension.objects.filter(until__lte=clock.now()).select_related("member"):
        readmit(member=over.member, by=None, now=clock.now())
