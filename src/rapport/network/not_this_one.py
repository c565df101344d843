"""Not this one: whom a member does not want suggested, for a while or for good."""

from datetime import datetime, timedelta

from rapport.members.models import Member
from rapport.network.models import NotThisOne

NOT_NOW = timedelta(days=90)


def not_this_one(*, by: Member, other: Member, for_good: bool, now: datetime) -> None:
    """Do not suggest `other` for ninety days, or ever again; nobody is told. What was said for good stays."""
    if not for_good and NotThisOne.objects.filter(by=by, other=other, until=None).exists():
        return
    NotThisOne.objects.update_or_create(
        by=by, other=other, defaults={"said_at": now, "until": None if for_good else now + NOT_NOW}
    )
