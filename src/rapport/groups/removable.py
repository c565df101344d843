"""Groups that the host removes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rapport.groups.closing import close_by_host
from rapport.groups.models import Group
from rapport.members.models import Member
from rapport.members.removable import Removable


def _group(handle: str, _part: str, host: Member, now: datetime) -> list[Member] | None:
    """Closed for good and seen by its members alone, without the words about it: what they wrote is theirs."""
    group = Group.objects.filter(handle=handle).first()
    return None if group is None else close_by_host(group=group, by=host, now=now)


GROUP = Removable("group", _("a group"), _group)
