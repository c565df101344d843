"""What the journal's references of this room lead to: for the two whom they concern, and nobody else."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member
from rapport.network.models import Connection, Follow, Request


def _requests(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    found = _between(Request.objects.standing(), "by", viewer, keys)
    return {
        key: Shown(other.name, "/connections/#requests" if row.other == viewer else other.path)
        for key, row, other in found
        if row.by == viewer or row.ignored_at is None
    }


def _connections(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    found = _between(Connection.objects.all(), "member", viewer, keys)
    return {key: Shown(other.name, other.path) for key, _, other in found}


def _follows(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    found = _between(Follow.objects.all(), "by", viewer, keys)
    return {key: Shown(other.name, other.path) for key, _, other in found}


def _between(
    rows: QuerySet[Any], side: str, viewer: Member | None, keys: Collection[str]
) -> list[tuple[str, Any, Member]]:
    """(key, row, the one on the other side) of those rows that concern the viewer, with somebody they may know of."""
    wanted = [int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) <= 18]
    if viewer is None or not wanted:
        return []
    mine = rows.filter(Q(**{side: viewer}) | Q(other=viewer), pk__in=wanted).select_related(side, "other")
    here = set(Member.objects.visible_to(viewer).filter(pk__in=[_far(row, side, viewer).pk for row in mine]))
    return [(str(row.pk), row, _far(row, side, viewer)) for row in mine if _far(row, side, viewer) in here]


def _far(row: Any, side: str, viewer: Member) -> Member:
    near: Member = getattr(row, side)
    other: Member = row.other
    return other if near == viewer else near


REQUEST = Referent("request", _requests)
CONNECTION = Referent("connection", _connections)
FOLLOW = Referent("follow", _follows)
