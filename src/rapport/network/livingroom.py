"""The living room: those of one's connections who see what is meant for a few."""

from rapport.members.models import Member
from rapport.network.models import Connection


def let_in(*, by: Member, other: Member) -> bool:
    """Whether `other` is in now; only a connection can be. Nobody is told."""
    return bool(Connection.objects.filter(member=by, other=other).update(is_living_room=True))


def show_out(*, by: Member, other: Member) -> bool:
    """Whether `other` is out now, and still a connection."""
    return bool(Connection.objects.filter(member=by, other=other).update(is_living_room=False))
