"""Where members are, as far as each shows it to whoever looks."""

from collections.abc import Collection

from rapport.members.audience import Audience, Level
from rapport.members.models import Member
from rapport.network.nearness import levels_of
from rapport.profiles.models import Profile


def places_shown(viewer: Member | None, members: Collection[int]) -> dict[int, str]:
    """Places by member (id), of those who show theirs to `viewer`; two queries at most."""
    said = Profile.objects.filter(member__in=members).exclude(place="")
    if viewer is None:
        said = said.filter(opens_for=Audience.EVERYONE, place_for=Audience.EVERYONE)
        return dict(said.values_list("member_id", "place"))
    near = levels_of(viewer, members)
    rows = said.values_list("member_id", "place", "place_for")
    own = {viewer.pk: Level.SELF}
    return {who: place for who, place, audience in rows if audience <= (near | own).get(who, Level.MEMBER)}
