"""A member leaves: everything they held goes with them, in one transaction."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from rapport.kit.crash import point
from rapport.kit.jobs import later
from rapport.kit.leaving import farewells
from rapport.kit.once import forget
from rapport.members.jobs import compact
from rapport.members.models import Member


def leave(member: Member, *, now: datetime) -> None:
    """Delete account, member, book and all that hangs on them; then let the rooms clear what no row holds (files,
    search index, waiting mail)."""
    account = member.account
    with transaction.atomic():
        for farewell in farewells():
            farewell.before(member)
        _end_sessions(str(account.pk), now)
        forget(member.pk)
        point("leave: sessions ended")
        account.delete()
        point("leave: account deleted")
        later(compact)
    for farewell in farewells():
        farewell.after()


def _end_sessions(account: str, now: datetime) -> None:
    for session in Session.objects.filter(expire_date__gt=now).iterator():
        if session.get_decoded().get("_auth_user_id") == account:
            session.delete()
