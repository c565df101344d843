"""Not this one: a group that a member does not want suggested any more."""

from datetime import datetime

from rapport.groups.models import Group, NotThisGroup
from rapport.members.models import Member


def not_this_one(*, member: Member, group: Group, now: datetime) -> None:
    """Do not say again that it may suit them; nobody is told, and it stands in the list of all groups as before."""
    NotThisGroup.objects.get_or_create(member=member, group=group, defaults={"said_at": now})
