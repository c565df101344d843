"""Closing a group: it stays to be read by its members, and takes nothing new; opening it again within a month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rapport.groups.findable import GROUPS
from rapport.groups.models import Group, GroupInvitation, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import is_organiser, locked
from rapport.journal.write import forget, record
from rapport.kit.rooms import gather
from rapport.members.models import Member

UNDO_FOR = timedelta(days=30)
_NOT_HERE = _("That cannot be done here.")


@dataclass(frozen=True)
class Closing:
    """What a room does when a group is closed and when it is opened again (in the same transaction), and whether it
    keeps anything of a group. `hide`: it is about to be seen by its members alone; returns those from outside who have
    to hear of it. Rooms offer it in their `closing.py`."""

    holds: Callable[[Group], bool] = lambda _group: False
    close: Callable[[Group, Member, datetime], None] = lambda _group, _by, _now: None
    reopen: Callable[[Group, datetime], None] = lambda _group, _now: None
    hide: Callable[[Group, datetime], Iterable[Member]] = lambda _group, _now: ()


@transaction.atomic
def close(*, by: Member, group: Group, now: datetime) -> None:
    """An organiser closes it: what the rooms hold for the time to come is called off, and its members hear of it.
    Refused for others; twice is once."""
    group = locked(group)
    if not is_organiser(by, group):
        raise Refused(_NOT_HERE)
    if group.closed_at is not None:
        return
    _shut(group, by, now)
    record(actor=by, verb="group.close", subject=group.reference, towards=_others(group), done_at=now)


@transaction.atomic
def close_by_host(*, group: Group, by: Member, now: datetime) -> list[Member]:
    """The host closes it for good: only its members see it from now on, without the words about it. Returns them, and
    those from outside who counted on it."""
    group = locked(group)
    if group.closed_at is None:
        _shut(group, by, now)
    outside = [one for closing in _closings() for one in closing.hide(group, now)]
    group.is_hidden, group.about, group.is_removed = True, "", True
    group.save(update_fields=["is_hidden", "about", "is_removed"])
    GROUPS.settle([group.pk])
    return list(dict.fromkeys([*_others(group), *outside]))


def _shut(group: Group, by: Member, now: datetime) -> None:
    for closing in _closings():
        closing.close(group, by, now)
    GroupInvitation.objects.filter(group=group, declined_at=None).delete()
    group.closed_at = now
    group.save(update_fields=["closed_at"])


@transaction.atomic
def reopen(*, by: Member, group: Group, now: datetime) -> None:
    """An organiser takes it back within a month, and each room what it called off. Refused for others, and later."""
    group = locked(group)
    if not is_organiser(by, group) or not may_reopen(group, now):
        raise Refused(_NOT_HERE)
    for closing in _closings():
        closing.reopen(group, now)
    group.closed_at = None
    group.save(update_fields=["closed_at"])
    record(actor=by, verb="group.reopen", subject=group.reference, towards=_others(group), done_at=now)


@transaction.atomic
def delete(*, by: Member, group: Group) -> None:
    """An organiser deletes a group that nobody else is in and in which nothing was kept. Refused otherwise."""
    group = locked(group)
    if not is_organiser(by, group) or not is_empty(group):
        raise Refused(_("Only a group that nobody else is in, and in which nothing was written or held, is deleted."))
    forget(group.reference)
    group.delete()


def may_reopen(group: Group, now: datetime) -> bool:
    return group.closed_at is not None and not group.is_removed and now < group.closed_at + UNDO_FOR


def is_empty(group: Group) -> bool:
    """Nobody but one organiser is in it, and no room holds anything of it."""
    return Membership.objects.filter(group=group).count() <= 1 and not any(one.holds(group) for one in _closings())


def _others(group: Group) -> list[Member]:
    rows = Membership.objects.filter(group=group, member__in=Member.objects.active()).select_related("member")
    return [row.member for row in rows.order_by("pk")]


@cache
def _closings() -> tuple[Closing, ...]:
    return gather("closing", Closing)
