"""Until when a member's fee is paid: noted by organisers, seen by them and by the member, by nobody else.

Nothing happens by itself when it is overdue. What to do about it is for people to decide.
"""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import is_organiser, locked
from rapport.members.models import Member


@transaction.atomic
def note_fee(*, by: Member, member: Member, group: Group, paid_until: date | None) -> None:
    """An organiser writes down until when it is paid; None: not yet."""
    group = locked(group)
    rows = Membership.objects.filter(group=group, member=member)
    if not is_organiser(by, group) or not group.is_paid or not rows.exists():
        raise Refused(_("That cannot be done here."))
    rows.update(paid_until=paid_until)
