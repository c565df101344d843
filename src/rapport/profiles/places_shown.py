"""Where members are, as far as each shows it to whoever looks."""

from django.db.models import Q, QuerySet

from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.profiles.models import Profile


def showing_place(viewer: Member | None) -> QuerySet[Profile]:
    """The profiles that show `viewer` a place."""
    said = Profile.objects.exclude(place="")
    if viewer is None:
        return said.filter(opens_for=Audience.EVERYONE, place_for=Audience.EVERYONE)
    near = Connection.objects.filter(other=viewer)
    return said.filter(
        Q(place_for__lte=Audience.MEMBERS)
        | Q(place_for=Audience.CONNECTIONS, member__in=near.values("member"))
        | Q(place_for=Audience.LIVING_ROOM, member__in=near.filter(is_living_room=True).values("member"))
        | Q(member=viewer)
    )
