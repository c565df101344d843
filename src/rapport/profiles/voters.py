"""Members who show that they care for the same are worth meeting; the rarer the topic, the more."""

from collections import defaultdict
from math import log

from django.db.models import Count
from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.network.voter import Voter
from rapport.profiles.models import ShownInterest

MOST = 300
COMMON = 0.2  # of those who show any interest: what so many share says nothing


def vote(member: Member) -> list[int]:
    """Members who share a topic with `member` and show it to them, the rarest topics first."""
    mine = ShownInterest.objects.filter(member=member).values("key")
    everybody = ShownInterest.objects.values("member").distinct().count()
    counted = ShownInterest.objects.filter(key__in=mine).values_list("key").annotate(Count("member"))
    holders = {key: count for key, count in counted if count <= max(COMMON * everybody, 10)}
    scores: dict[int, float] = defaultdict(float)
    shared = ShownInterest.objects.shown_to(member).filter(key__in=list(holders)).exclude(member=member)
    for other, key in shared.values_list("member", "key"):
        scores[other] += 1 / log(1 + holders[key])
    return [other for other, _score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]


def reason(member: Member, other: Member) -> str:
    """ "You both care for butterflies.": as far as the other shows it to `member`."""
    mine = ShownInterest.objects.filter(member=member).values("key")
    shared = ShownInterest.objects.shown_to(member).filter(member=other, key__in=mine).order_by("position").first()
    return _("You both care for %(topic)s.") % {"topic": shared.key} if shared else ""


CARES = Voter("cares", vote, reason)
