"""What is taken back when one member blocks another: that the one offered the other a seat."""

from datetime import datetime

from rapport.journal.models import Deed
from rapport.members.blocking import Parting
from rapport.members.models import Member


def part(by: Member, other: Member, now: datetime) -> None:
    """The deed alone, both ways. The offer is the group's, and stays."""
    for one, another in ((by, other), (other, by)):
        Deed.objects.filter(actor=one, verb="seat.offer", towards__member=another).delete()


OFFERS = Parting(part)
