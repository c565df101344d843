"""Those who stand on the page of a group: some of its people, its organisers, who joined lately; prepared queries."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Count, Q, QuerySet

from rapport.groups.lately import fresh_among
from rapport.groups.models import Membership
from rapport.groups.page import GroupPage
from rapport.kit.prepared import Prepared, prepared
from rapport.members.models import Block, Member

SHOWN, NEWCOMERS, ORGANISERS = 20, 5, 12
_NEEDED = ("group", "role", "joined_at", "is_shown", "is_new_until", "member__handle", "member__name")


@dataclass(frozen=True)
class Few:
    rows: list[Membership] = field(default_factory=list)
    count: int = 0
    organisers: list[Membership] = field(default_factory=list)


def few_of(page: GroupPage) -> Few:
    """As far as `page.people` holds them."""
    if page.viewer is None or (page.group.is_hidden and page.membership is None):
        return Few()
    asked = {"group": page.group.pk, "viewer": page.viewer.pk}
    rows = _first(page.is_organiser).rows(**asked)
    if len(rows) <= SHOWN:
        return Few(rows, len(rows), [row for row in rows if row.role == "organiser"])
    counted = _count(page.is_organiser).first(**asked)
    return Few(rows[:SHOWN], counted.n, _organisers.rows(**asked))


def newcomers_of(page: GroupPage, viewer: Member, now: datetime) -> list[Membership]:
    """For a member of the group: whom they might welcome."""
    found = _newcomers(page.is_organiser).rows(group=page.group.pk, viewer=viewer.pk, now=now)
    for row in found:
        row.group = page.group
    return found


def _people(group: int, viewer: int, *, is_all: bool) -> QuerySet[Membership]:
    """As `GroupPage.people`."""
    rows = Membership.objects.filter(group=group, member__account__is_active=True)
    rows = rows.exclude(member__in=Block.of(Member(pk=viewer)))
    return rows if is_all else rows.filter(Q(is_shown=True) | Q(member=viewer))


def _as_shown(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    return rows.select_related("member").only(*_NEEDED)


@cache
def _first(is_all: bool) -> Prepared:
    def build(group: int, viewer: int) -> Any:
        return _as_shown(_people(group, viewer, is_all=is_all)).order_by("joined_at", "pk")[: SHOWN + 1]

    return Prepared(build, numbers=("group", "viewer"))


@cache
def _count(is_all: bool) -> Prepared:
    def build(group: int, viewer: int) -> Any:
        return _people(group, viewer, is_all=is_all).order_by().values("group").annotate(n=Count("pk")).values_list("n")

    return Prepared(build, numbers=("group", "viewer"))


@prepared(numbers=("group", "viewer"))
def _organisers(group: int, viewer: int) -> Any:
    rows = _as_shown(_people(group, viewer, is_all=False)).filter(role="organiser")
    return rows.order_by("joined_at", "pk")[:ORGANISERS]


@cache
def _newcomers(is_all: bool) -> Prepared:
    def build(group: int, viewer: int, now: datetime) -> Any:
        rows = fresh_among(_people(group, viewer, is_all=is_all), Member(pk=viewer), now)
        return _as_shown(rows)[:NEWCOMERS]

    return Prepared(build, numbers=("group", "viewer"), moments=("now",))
