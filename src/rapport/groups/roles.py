"""Who organises a group, who greets, and who takes over."""

from datetime import datetime

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.journal.write import record
from rapport.members.models import Member

ROLES = frozenset(key for key, _word in Membership.ROLES)


def locked(group: Group) -> Group:
    """The group's row, held until the act is over: what is counted in it stays true. Inside a transaction only."""
    found: Group = Group.objects.select_for_update().get(pk=group.pk)
    return found


def locked_open(group: Group) -> Group:
    """The same for acts that bring something new. Refused once the group is closed."""
    found = locked(group)
    if found.closed_at is not None:
        raise Refused(_("This group is closed."))
    return found


def is_organiser(member: Member | None, group: Group) -> bool:
    return member is not None and _organisers(group).filter(member=member).exists()


def organisers(group: Group) -> list[Member]:
    """Those who are to be told, the longest first."""
    rows = _organisers(group).filter(member__account__is_active=True).select_related("member")
    return [row.member for row in rows.order_by("joined_at", "pk")]


def is_last_organiser(membership: Membership) -> bool:
    return membership.role == "organiser" and not _organisers(membership.group).exclude(pk=membership.pk).exists()


def heirs(group: Group, leaving: Member) -> QuerySet[Membership]:
    """Who could take over from `leaving`, the likeliest first: the longest greeter, else the longest member."""
    rank = Case(When(role="organiser", then=Value(0)), When(role="greeter", then=Value(1)), default=Value(2))
    others = Membership.objects.filter(group=group, member__in=Member.objects.active()).exclude(member=leaving)
    return others.annotate(rank=rank).select_related("member").order_by("rank", "joined_at", "pk")


@transaction.atomic
def name(*, by: Member, member: Member, group: Group, role: str, now: datetime) -> None:
    """An organiser makes somebody member, greeter or organiser. Nobody takes the role from another organiser, and the
    last one only passes it on. Refused otherwise."""
    group = locked(group)
    found = Membership.objects.filter(group=group, member=member).first()
    if not is_organiser(by, group) or found is None or role not in ROLES:
        raise Refused(_("That cannot be done here."))
    if found.role == "organiser" and found.member_id != by.pk:
        raise Refused(_("An organiser steps down only by themselves."))
    if role != "organiser" and is_last_organiser(found):
        raise Refused(_("You are the last organiser: make somebody else one first."))
    hand_over(found, role, by=by, now=now)


def hand_over(membership: Membership, role: str, *, by: Member | None, now: datetime) -> None:
    """Write the role down, and let them hear of it; from the hub (`by` None) where nobody is left to say it. Inside a
    transaction only."""
    if membership.role == role:
        return
    membership.role = role
    membership.save(update_fields=["role"])
    if role != "member":
        record(
            actor=by, verb=f"group.{role}", subject=membership.group.reference, towards=[membership.member], done_at=now
        )


@transaction.atomic
def take_over(*, by: Member, group: Group, now: datetime) -> None:
    """The host becomes organiser of a group that has none. Refused for others, and where there is one."""
    group = locked(group)
    if not by.is_host or _organisers(group).exists():
        raise Refused(_("That cannot be done here."))
    Membership.objects.update_or_create(
        group=group, member=by, defaults={"role": "organiser"}, create_defaults={"role": "organiser", "joined_at": now}
    )


def _organisers(group: Group) -> QuerySet[Membership]:
    return Membership.objects.filter(group=group, role="organiser")
