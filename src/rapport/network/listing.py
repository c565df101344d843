"""Lists of one's own network: connections, what was asked either way, whom one follows, blocked and muted."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Lower

from rapport.members.models import Block, Member, Mute
from rapport.network.models import Connection, Follow, Request

LATELY = timedelta(days=30)
FEW = 6
BY_NAME = ("folded", "pk")  # the keys of pages by name


def connections(member: Member) -> QuerySet[Connection]:
    """With whom the member is connected, with `other` and its folded name."""
    return _by_name(Connection.objects.filter(member=member), member)


def connected_lately(member: Member, now: datetime) -> list[Connection]:
    rows = connections(member).filter(since__gt=now - LATELY, since__lte=now)
    return list(rows.order_by("-since", "-pk")[:FEW])


def waiting(member: Member) -> QuerySet[Request]:
    """What others asked and the member has not answered, the latest first; muted ones come last."""
    here = Request.objects.waiting_for(member).filter(by__in=Member.objects.visible_to(member))
    found: QuerySet[Request] = here.exclude(by__in=Mute.objects.filter(by=member).values("other"))
    return found.select_related("by").order_by("-asked_at", "-pk")


def left_alone(member: Member) -> QuerySet[Request]:
    """What the member ignored, or was asked by somebody muted: one may still say yes."""
    here = Request.objects.standing().filter(other=member, by__in=Member.objects.visible_to(member))
    found: QuerySet[Request] = here.exclude(pk__in=waiting(member).order_by().values("pk"))
    return found.select_related("by").order_by("-asked_at", "-pk")


def asked(member: Member) -> QuerySet[Request]:
    """What the member asked and is waiting for, answered or not: of what was ignored nothing is told."""
    here = Request.objects.standing().filter(by=member, other__in=Member.objects.visible_to(member))
    found: QuerySet[Request] = here.select_related("other").order_by("-asked_at", "-pk")
    return found


def follows(member: Member) -> QuerySet[Follow]:
    return _by_name(Follow.objects.filter(by=member), member)


def blocked(member: Member) -> QuerySet[Block]:
    return Block.objects.filter(by=member).select_related("other").order_by("other__name", "pk")


def muted(member: Member) -> QuerySet[Mute]:
    here = Mute.objects.filter(by=member, other__in=Member.objects.visible_to(member))
    return here.select_related("other").order_by("other__name", "pk")


def _by_name(rows: QuerySet[Any], member: Member) -> QuerySet[Any]:
    here = rows.filter(other__in=Member.objects.visible_to(member))
    found: QuerySet[Any] = here.select_related("other").annotate(folded=Lower("other__name"))
    return found.order_by(*BY_NAME)
