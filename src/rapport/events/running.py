"""Who runs an event: the organisers of its group, and whoever made it."""

from typing import Any

from django.db.models import Q, QuerySet

from rapport.events.models import Event
from rapport.groups.models import Group, Membership
from rapport.kit.prepared import prepared
from rapport.members.models import Member


def run_by(member: Member) -> "QuerySet[Event]":
    """The events this member runs. Who left the group runs none of its events any more, nor does anybody once it is
    closed."""
    mine = Membership.objects.filter(member=member)
    organised = Q(group__in=mine.filter(role="organiser").values("group"))
    made = Q(made_by=member) & (Q(group=None) | Q(group__in=mine.values("group")))
    return Event.objects.filter(organised | made, group__closed_at=None)


def may_run(member: Member | None, event: Event) -> bool:
    """The same of one event, in one plain question."""
    if member is None:
        return False
    is_maker = event.made_by_id == member.pk
    if event.group_id is None:
        return is_maker
    if event.group is not None and event.group.closed_at is not None:
        return False
    mine = _role.first(group=event.group_id, member=member.pk)
    return mine is not None and (mine.role == "organiser" or is_maker)


@prepared(numbers=("group", "member"))
def _role(group: int, member: int) -> Any:
    return Membership.objects.filter(group=group, member=member).values_list("role")


def groups_to_make_for(member: Member) -> "QuerySet[Group]":
    """The groups in whose name this member may invite."""
    organised = Membership.objects.filter(member=member, role="organiser").values("group")
    found: QuerySet[Group] = Group.objects.unclosed().filter(pk__in=organised).order_by("name", "pk")
    return found
