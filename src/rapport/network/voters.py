"""This room's own further judge: who follows whom."""

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.network.voter import Voter

MOST = 400


def _vote(member: Member) -> Sequence[int]:
    """Those who follow each other first, then whom the member follows, then who follows the member."""
    rows = Follow.objects.filter(Q(by=member) | Q(other=member)).order_by("-since", "pk")
    pairs = list(rows.values_list("by_id", "other_id")[:MOST])
    mine = [other for by, other in pairs if by == member.pk]
    theirs = [by for by, _ in pairs if by != member.pk]
    mutual = set(mine).intersection(theirs)
    return [who for who in mine if who in mutual] + [who for who in (*mine, *theirs) if who not in mutual]


def _reason(member: Member, other: Member) -> str:
    follows = Follow.objects.filter(by=member, other=other).exists()
    is_followed = Follow.objects.filter(by=other, other=member).exists()
    if follows and is_followed:
        return _("You follow each other.")
    if follows:
        return _("You follow what they write.")
    return _("They follow what you write.") if is_followed else ""


FOLLOWS = Voter("follows", _vote, _reason)
