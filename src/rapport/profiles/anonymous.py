"""What the page of a member depends on for somebody who is not signed in (kit/kept.py)."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Subquery

from rapport.kit.prepared import prepared
from rapport.kit.shows import versions
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.models import Profile


def state_of(handle: str, now: datetime) -> tuple[Any, ...] | None:
    """The state of the page of this member; None if they may not see it."""
    found = _state.first(handle=handle.lower())
    if found is None:
        return None
    is_told = found.shows_time and found.place_for == Audience.EVERYONE
    return (*found, f"{now.astimezone(ZoneInfo(found.zone)):%H:%M}" if is_told else "")


@prepared(words=("handle",))
def _state(handle: str) -> Any:
    open_to_all = Profile.objects.filter(opens_for=Audience.EVERYONE, member=OuterRef("pk"))
    told = {name: Subquery(open_to_all.values(name)) for name in ("shows_time", "place_for")}
    found = Member.objects.visible_to(None).filter(Exists(open_to_all), handle=handle)
    return found.annotate(**told, **versions("profile", "pk")).values_list("zone", *told, *versions("profile", "pk"))
