"""How near one member is to another, which decides what is shown to whom."""

from collections.abc import Collection
from typing import Any

from rapport.kit.prepared import prepared
from rapport.members.audience import Level
from rapport.members.models import Member
from rapport.network.models import Connection


def level_of(viewer: Member | None, owner: Member) -> Level:
    """What `viewer` (None: nobody signed in) is to `owner`. Blocks are `visible_to`'s business, not asked here."""
    if viewer is None:
        return Level.NOBODY
    if viewer.pk == owner.pk:
        return Level.SELF
    near = _near.first(owner=owner.pk, viewer=viewer.pk)
    if near is None:
        return Level.MEMBER
    return Level.LIVING_ROOM if near.is_living_room else Level.CONNECTION


@prepared(numbers=("owner", "viewer"))
def _near(owner: int, viewer: int) -> Any:
    return Connection.objects.filter(member=owner, other=viewer).values_list("is_living_room")


def levels_of(viewer: Member, owners: Collection[int]) -> dict[int, Level]:
    """What `viewer` is to each of these members (ids) with whom they are connected, in one query; the others are
    not in it."""
    rows = Connection.objects.filter(member__in=owners, other=viewer).values_list("member_id", "is_living_room")
    return {owner: Level.LIVING_ROOM if is_living_room else Level.CONNECTION for owner, is_living_room in rows}
