"""What those who come show on their profiles and the reader cares for as well, the rarest first."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, F, Func, IntegerField
from django.utils.translation import gettext as _

from rapport.briefs.spark import Spark
from rapport.kit.prepared import prepared
from rapport.members.models import Member
from rapport.profiles.models import ShownInterest

RARE = 0.1  # of those who show any interest: what more of them share is no spark


def find(viewer: Member, members: Collection[int]) -> dict[int, str]:
    """Of the reader's own interests those on the profile count, whoever else may see them."""
    counted = dict(_counted.rows(viewer=viewer.pk))
    if not counted or not members:
        return {}
    most = max(RARE * _everybody.first().count, 6)
    found: dict[int, tuple[int, str]] = {}
    for member, key in _shared.rows(viewer=viewer.pk, members=members):
        if counted[key] <= most:
            found[member] = min(found.get(member, (counted[key], key)), (counted[key], key))
    return {member: _("You both care for %(topic)s") % {"topic": key} for member, (_count, key) in found.items()}


@prepared()
def _everybody() -> Any:
    """In one row how many show an interest."""
    count = Func(F("member"), template="COUNT(DISTINCT %(expressions)s)", output_field=IntegerField())
    return ShownInterest.objects.annotate(count=count).values_list("count")


@prepared(numbers=("viewer",))
def _counted(viewer: int) -> Any:
    mine = ShownInterest.objects.filter(member=viewer).values("key")
    return ShownInterest.objects.filter(key__in=mine).values_list("key").annotate(count=Count("member"))


@prepared(numbers=("viewer",), several=("members",))
def _shared(viewer: int, members: list[int]) -> Any:
    mine = ShownInterest.objects.filter(member=viewer).values("key")
    rows = ShownInterest.objects.shown_to(Member(pk=viewer)).filter(member__in=members, key__in=mine)
    return rows.values_list("member_id", "key")


CARES = Spark(find)
