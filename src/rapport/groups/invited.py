"""Invitations into groups that wait for somebody's answer."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from rapport.groups.models import GroupInvitation, Membership
from rapport.kit.prepared import Query, prepared
from rapport.members.models import Member, Mute

LASTS = timedelta(days=60)  # an invitation
MOST_SHOWN = 10


def invitations_of(member: Member, now: datetime) -> list[GroupInvitation]:
    """All that wait for the member's answer, the latest first, each with its group and who sent it; nothing of
    somebody whom a block keeps apart from them, whom they muted, or who may invite no longer."""
    found: list[GroupInvitation] = invitations_query(member, now).rows()
    return found


def invitations_query(member: Member, now: datetime) -> Query:
    """What that asks."""
    return _waiting.of(member=member.pk, since=now - LASTS)


@prepared(numbers=("member",), moments=("since",))
def _waiting(member: int, since: datetime) -> Any:
    within = Membership.objects.filter(group=OuterRef("group"), member=OuterRef("by"))
    may_invite = Exists(within.filter(role="organiser")) | Q(Exists(within), group__may_members_invite=True)
    rows = GroupInvitation.objects.filter(may_invite, member=member, declined_at=None, made_at__gt=since)
    rows = rows.filter(group__closed_at=None, by__in=Member.objects.visible_to(Member(pk=member)))
    rows = rows.exclude(by__in=Mute.objects.filter(by=member).values("other"))
    return rows.select_related("by", "group").order_by("-made_at", "-pk")[:MOST_SHOWN]
