"""What other rooms may ask of groups. All of it as far as who asks may see it."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet

from rapport.groups import roles
from rapport.groups.models import Group, GuestVisit, Membership
from rapport.members.models import Member


def groups_of(member: Member) -> QuerySet[Group]:
    """The groups a member is in, by name; for the member alone."""
    found: QuerySet[Group] = Group.objects.of(member).order_by("name", "pk")
    return found


def is_member(member: Member | None, group: Group) -> bool:
    return member is not None and Membership.objects.filter(group=group, member=member).exists()


def is_organiser(member: Member | None, group: Group) -> bool:
    return roles.is_organiser(member, group)


def members_of(group: Group, viewer: Member | None) -> QuerySet[Membership]:
    """Who is in it as far as `viewer` may know: organisers see all, others those who show it, nobody signed in none,
    and a hidden group shows nobody to whom is not in it. Those on either side of a block are left out always. Counts
    and orders are to be made from this."""
    if viewer is None or not _open_to(viewer).filter(pk=group.pk).exists():
        return Membership.objects.none()
    rows = Membership.objects.filter(group=group, member__in=Member.objects.visible_to(viewer))
    return rows if roles.is_organiser(viewer, group) else rows.filter(Q(is_shown=True) | Q(member=viewer))


def shown_groups_of(owner: Member, viewer: Member | None) -> QuerySet[Group]:
    """The groups of `owner` that `viewer` may know of, by name: for a profile."""
    if viewer is None:
        return Group.objects.none()
    rows = Membership.objects.filter(member__in=Member.objects.visible_to(viewer).filter(pk=owner.pk))
    led = Membership.objects.filter(member=viewer, role="organiser").values("group")
    if viewer.pk != owner.pk:
        rows = rows.filter(Q(is_shown=True) | Q(group__in=led))
    return _open_to(viewer).filter(pk__in=rows.values("group")).order_by("name", "pk")


def together(one: Member, other: Member) -> QuerySet[Group]:
    """Groups that both are in, as far as `one` may know of `other`."""
    found: QuerySet[Group] = shown_groups_of(other, one).filter(pk__in=Group.objects.of(one).values("pk"))
    return found


def new_here(group: Group, members: Collection[int], now: datetime) -> set[int]:
    """Which of these (ids) said that they are new here and glad of it being known. Nobody else is ever in it."""
    rows = Membership.objects.filter(group=group, member__in=members, is_new_until__gt=now)
    return set(rows.values_list("member_id", flat=True))


def alone(group: Group, members: Collection[int]) -> set[int]:
    """Which of these guests (ids) said that they come alone and are glad to be found, on a visit they were granted."""
    rows = GuestVisit.objects.filter(group=group, member__in=members, state="admitted", is_alone=True)
    return set(rows.values_list("member_id", flat=True))


def _open_to(viewer: Member) -> QuerySet[Group]:
    """Groups whose people the viewer may know of: who is only invited sees a hidden group, but not who is in it."""
    within = Membership.objects.filter(member=viewer).values("group")
    found: QuerySet[Group] = Group.objects.filter(Q(is_hidden=False) | Q(pk__in=within))
    return found
