"""Blocking and muting another member."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from rapport.kit.prepared import Prepared
from rapport.kit.rooms import gather
from rapport.members.models import Block, Member, Mute


@dataclass(frozen=True)
class Parting:
    """What a room takes back when a member blocks another: `part(by, other, now)` runs in the same transaction. Rooms
    offer it in their `parting.py`."""

    part: Callable[[Member, Member, datetime], None]


@cache
def partings() -> tuple[Parting, ...]:
    return gather("parting", Parting)


@transaction.atomic
def block(*, by: Member, other: Member, now: datetime) -> None:
    """From now on neither finds the other anywhere; what is open between them is taken back. ValueError for oneself."""
    if by.pk == other.pk:
        raise ValueError("Nobody blocks themselves.")
    hold_both(by, other)
    Block.objects.get_or_create(by=by, other=other, defaults={"made_at": now})
    for parting in partings():
        parting.part(by, other, now)


def apart(viewer: Member | None) -> set[int]:
    """Whom a block on either side keeps apart from the viewer (ids)."""
    if viewer is None:
        return set()
    return {other if by == viewer.pk else by for by, other in _BLOCKS.rows(viewer=viewer.pk)}


def unblock(*, by: Member, other: Member) -> None:
    Block.objects.filter(by=by, other=other).delete()


def mute(*, by: Member, other: Member, now: datetime) -> None:
    """Do not show `by` what `other` writes. ValueError for oneself."""
    if by.pk == other.pk:
        raise ValueError("Nobody mutes themselves.")
    Mute.objects.get_or_create(by=by, other=other, defaults={"made_at": now})


def unmute(*, by: Member, other: Member) -> None:
    Mute.objects.filter(by=by, other=other).delete()


def hold_both(one: Member, other: Member) -> None:
    """Until the end of the transaction nobody else begins, ends or blocks anything between the two. Always in the same
    order, so that no two wait for each other."""
    held = Member.objects.select_for_update(no_key=True).filter(pk__in=(one.pk, other.pk)).order_by("pk")
    list(held.values_list("pk", flat=True))


def is_between(one: Member, other: Member) -> bool:
    """Whether either of the two has blocked the other."""
    return Block.objects.filter(by=one, other=other).exists() or Block.objects.filter(by=other, other=one).exists()


def _blocks(viewer: int) -> QuerySet[Block, Any]:
    return Block.objects.filter(Q(by=viewer) | Q(other=viewer)).values_list("by_id", "other_id")


_BLOCKS = Prepared(_blocks, numbers=("viewer",))
