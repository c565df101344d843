"""Who joined lately, and welcoming them in one tap."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group, Membership, Welcomed
from rapport.groups.refused import Refused
from rapport.groups.shared import members_of
from rapport.journal.write import record
from rapport.kit.prepared import Prepared, Query
from rapport.members.models import Block, Member, Mute

LATELY = timedelta(days=21)
SOON = timedelta(days=7)  # welcomed within a week is welcomed soon
A_DAY = 60  # welcomes a member may say in one day


def newcomers(member: Member, now: datetime, *, limit: int = 8) -> list[Membership]:
    """Who joined groups of `member` lately and was not yet welcomed by them, the latest first, with member and group.
    Nobody who came back, whom the member muted, or whose membership they may not see."""
    return newcomers_query(member, now, limit).rows()


def newcomers_query(member: Member, now: datetime, limit: int) -> Query:
    return _newcomers(limit).of(member=member.pk, now=now)


@cache
def _newcomers(limit: int) -> Prepared:
    def build(member: int, now: datetime) -> Any:
        mine, reader = Membership.objects.filter(member=member), Member(pk=member)
        rows = Membership.objects.filter(
            Q(is_shown=True) | Q(group__in=mine.filter(role="organiser").values("group")),
            group__in=mine.values("group"),
            member__account__is_active=True,
        ).exclude(member__in=Block.of(reader))
        fresh = fresh_among(rows, reader, now).values("pk")[:limit]
        chosen = Membership.objects.filter(pk__in=fresh).select_related("member", "group")
        return chosen.order_by("-joined_at", "-pk")

    return Prepared(build, numbers=("member",), moments=("now",))


def fresh_among(rows: QuerySet[Membership], member: Member, now: datetime) -> QuerySet[Membership]:
    """Of `rows` that `member` may see: those who joined lately and whom they might welcome, the latest first. Whoever
    leads the group, having founded it yesterday, is at home there."""
    said = Welcomed.objects.filter(by=member, group=OuterRef("group"), member=OuterRef("member"))
    muted = Mute.objects.filter(by=member, other=OuterRef("member"))
    lately = rows.filter(joined_at__gt=now - LATELY, joined_at__lte=now, is_back=False)
    lately = lately.filter(group__closed_at=None).exclude(member=member).exclude(role="organiser")
    return lately.filter(~Exists(said), ~Exists(muted)).order_by("-joined_at", "-pk")


@transaction.atomic
def welcome(*, by: Member, member: Member, group: Group, now: datetime) -> bool:
    """`by` says welcome; whether it is the first time. Refused unless both are in the group and the one may see
    the other there."""
    is_within = Membership.objects.filter(group=group, member=by).exists()
    if by.pk == member.pk or not is_within or not members_of(group, by).filter(member=member).exists():
        raise Refused(_("That cannot be done here."))
    if Welcomed.objects.filter(by=by, at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise Refused(_("That is enough for one day. Tomorrow you can welcome again."))
    _said, is_new = Welcomed.objects.get_or_create(group=group, member=member, by=by, defaults={"at": now})
    if is_new:
        record(actor=by, verb="group.welcome", subject=group.reference, towards=[member], done_at=now)
    return bool(is_new)


def welcome_figures(group: Group, now: datetime, *, days: int = 90) -> tuple[int, int]:
    """How many joined in these days, and how many of them somebody welcomed within a week: for organisers, about the
    group, never about one member. Those who joined less than a week ago and wait are not counted yet."""
    joined = Membership.objects.filter(group=group, joined_at__gt=now - timedelta(days=days), is_back=False)
    soon = Welcomed.objects.filter(
        group=OuterRef("group"), member=OuterRef("member"), at__lte=OuterRef("joined_at") + SOON
    )
    met = joined.annotate(is_met=Exists(soon)).values_list("is_met", "joined_at")
    counted = [is_met for is_met, joined_at in met if is_met or joined_at <= now - SOON]
    return len(counted), sum(counted)
