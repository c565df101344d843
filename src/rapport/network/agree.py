"""What a member agrees to: to be suggested, to be named, to be seen looking."""

from datetime import datetime

from django.db import transaction

from rapport.members.models import Member
from rapport.network.models import Openness

_LEARNS = ("off", "counted", "named")


@transaction.atomic
def agree(*, member: Member, is_suggested: bool, is_named: bool, looks: str, now: datetime) -> Openness:
    """Who lets others learn more than before learns more of them from now on, not of what was: nobody hides while
    looking and shows themselves only to read. ValueError for a word that is no rule."""
    if looks not in _LEARNS:
        raise ValueError("There is no such rule.")
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    chosen = Openness.of(member)
    if _LEARNS.index(looks) > _LEARNS.index(chosen.looks):
        chosen.looks_since = now
    chosen.is_suggested, chosen.is_named, chosen.looks = is_suggested, is_named, looks
    chosen.save()
    return chosen
