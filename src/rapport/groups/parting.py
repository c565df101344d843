"""What is taken back when one member blocks another: invitations that are open between them."""

from datetime import datetime

from rapport.groups.models import GroupInvitation
from rapport.journal.models import Deed
from rapport.members.blocking import Parting
from rapport.members.models import Member


def part(by: Member, other: Member, now: datetime) -> None:
    """Both ways, with the deeds that told of them. What somebody asked of a group is asked of all its organisers, and
    stays; the two see nothing of each other in it."""
    for one, another in ((by, other), (other, by)):
        GroupInvitation.objects.filter(by=one, member=another).delete()
        Deed.objects.filter(actor=one, verb="group.invite", towards__member=another).delete()


INVITATIONS = Parting(part)
