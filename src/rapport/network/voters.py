"""This room's own further judge: who follows whom."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.network.voter import Voter

MOST = 200


def _vote(member: Member) -> Sequence[int]:
    """Those who follow each other first, then whom the member follows, then who follows the member."""
    mine = list(Follow.objects.filter(by=member).order_by("-since", "pk").values_list("other_id", flat=True)[:MOST])
    theirs = list(Follow.objects.filter(other=member).order_by("-since", "pk").values_list("by_id", flat=True)[:MOST])
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
