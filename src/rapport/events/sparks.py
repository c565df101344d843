"""What those who come show on their profiles and the reader cares for as well, the rarest first."""

from collections.abc import Collection

from django.db.models import Count
from django.utils.translation import gettext as _

from rapport.events.spark import Spark
from rapport.members.models import Member
from rapport.profiles.models import ShownInterest

RARE = 0.1  # of those who show any interest: what more of them share is no spark


def find(viewer: Member, members: Collection[int]) -> dict[int, str]:
    """Of the reader's own interests those on the profile count, whoever else may see them."""
    mine = ShownInterest.objects.filter(member=viewer).values("key")
    everybody = ShownInterest.objects.values("member").distinct().count()
    counted = dict(ShownInterest.objects.filter(key__in=mine).values_list("key").annotate(Count("member")))
    rare = [key for key, count in counted.items() if count <= max(RARE * everybody, 6)]
    shared = ShownInterest.objects.shown_to(viewer).filter(member__in=members, key__in=rare)
    found: dict[int, tuple[int, str]] = {}
    for member, key in shared.values_list("member", "key"):
        found[member] = min(found.get(member, (counted[key], key)), (counted[key], key))
    return {member: _("You both care for %(topic)s") % {"topic": key} for member, (_count, key) in found.items()}


CARES = Spark(find)
