"""This room's own further judge: who follows whom."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.network.voter import Voter

MOST = 200


def _vote(member: Member) -> Sequence[int]:
    """Those who follow each other first, then whom the member follows, then who follows the member."""
    back = Follow.objects.filter(by=OuterRef("other"), other=member)
    mine = Follow.objects.filter(by=member).annotate(is_mutual=Exists(back))
    followed = list(mine.order_by("-is_mutual", "-since", "pk").values_list("other_id", flat=True)[:MOST])
    theirs = Follow.objects.filter(other=member).order_by("-since", "pk").values_list("by_id", flat=True)[:MOST]
    return [*followed, *(who for who in theirs if who not in set(followed))]


def _reason(member: Member, other: Member) -> str:
    follows = Follow.objects.filter(by=member, other=other).exists()
    is_followed = Follow.objects.filter(by=other, other=member).exists()
    if follows and is_followed:
        return _("You follow each other.")
    if follows:
        return _("You follow what they write.")
    return _("They follow what you write.") if is_followed else ""


FOLLOWS = Voter("follows", _vote, _reason)
