"""Whom one may want to meet, by the groups both are in: a small group says more than a large one."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log2

from django.db.models import Count
from django.utils.translation import gettext as _

from rapport.groups.models import Membership
from rapport.groups.shared import together
from rapport.members.models import Member
from rapport.network.voter import Voter

_MOST_ROWS, _MOST_VOTES = 2000, 300


def vote(member: Member) -> Sequence[int]:
    """Those who show that they are in groups of the member: each group weighs by 1 / log2(1 + how many are in it), the
    smallest groups are counted first, and after 2,000 memberships it ends."""
    mine = Membership.objects.filter(member=member).values("group")
    others = Membership.objects.filter(group__in=mine, is_shown=True).exclude(member=member)
    counted = others.values("group").annotate(size=Count("pk")).order_by("size", "group")
    sizes: dict[int, int] = {row["group"]: row["size"] for row in counted}
    chosen, room = [], _MOST_ROWS
    for group, size in sizes.items():
        if size > room:
            break
        chosen.append(group)
        room -= size
    weights: defaultdict[int, float] = defaultdict(float)
    for group, other in others.filter(group__in=chosen).values_list("group_id", "member_id"):
        weights[other] += 1 / log2(2 + sizes[group])
    return [other for other, _weight in Counter(weights).most_common(_MOST_VOTES)]


def reason(member: Member, other: Member) -> str:
    """The smallest group both are in, as far as `member` may know."""
    found = together(member, other).annotate(size=Count("memberships")).order_by("size", "pk").first()
    return _("You are both in %(group)s.") % {"group": found.name} if found is not None else ""


IN_THE_SAME_GROUP = Voter("groups", vote, reason)
