"""Following: reading what another member writes, without asking."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.journal.write import forget, record
from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.network.pairs import hold

A_DAY = 100


class FollowingError(Exception):
    """It is too much for today; the text says so in one sentence."""


@transaction.atomic
def follow(*, by: Member, other: Member, now: datetime) -> None:
    """From now on `by` reads what `other` writes, who hears of it. Raises FollowingError, and Member.DoesNotExist for
    whom one may not find."""
    hold(by, other)
    if Follow.objects.filter(by=by, other=other).exists():
        return
    if Follow.objects.filter(by=by, since__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise FollowingError(_("You have followed a hundred people today. Tomorrow you can follow more."))
    made = Follow.objects.create(by=by, other=other, since=now)
    record(actor=by, verb="follow", subject=made.reference, towards=[other], done_at=now)


@transaction.atomic
def unfollow(*, by: Member, other: Member) -> None:
    """As if one had never followed; nobody is told."""
    made = Follow.objects.filter(by=by, other=other).first()
    if made is not None:
        forget(made.reference)
        made.delete()
