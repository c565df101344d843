"""The page of a group as its panels know it, and finding a group through permission."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from rapport.groups.models import Group, Membership
from rapport.kit.prepared import prepared
from rapport.members.blocking import apart
from rapport.members.models import Member


@dataclass(frozen=True)
class GroupPage:
    """What a panel of page "group" is given: the group, who looks (None: nobody signed in), and their membership."""

    group: Group
    viewer: Member | None
    membership: Membership | None

    @cached_property
    def apart(self) -> set[int]:
        """Whom a block keeps apart from the viewer (ids)."""
        return apart(self.viewer)

    @cached_property
    def people(self) -> QuerySet[Membership]:
        """Who is in it as far as the viewer may know, as `shared.members_of` says it, with fewer questions to the
        database: that the group may be seen is known here."""
        if self.viewer is None or (self.group.is_hidden and self.membership is None):
            return Membership.objects.none()
        rows = Membership.objects.filter(group=self.group, member__account__is_active=True)
        rows = rows.exclude(member__in=self.apart) if self.apart else rows
        return rows if self.is_organiser else rows.filter(Q(is_shown=True) | Q(member=self.viewer))

    @property
    def is_organiser(self) -> bool:
        return self.membership is not None and self.membership.role == "organiser"


def page_of_group(request: HttpRequest, handle: str) -> GroupPage:
    """The group of this handle for whoever asks; 404 alike if it is hidden from them or is not there."""
    viewer: Member | None = getattr(request, "member", None)
    membership: Membership | None = _within.first(member=viewer.pk, handle=handle) if viewer is not None else None
    if membership is not None:
        return GroupPage(membership.group, viewer, membership)
    found: Group | None = Group.objects.visible_to(viewer).filter(handle=handle).first()
    if found is None:
        raise Http404
    return GroupPage(found, viewer, None)


@prepared(numbers=("member",), words=("handle",))
def _within(member: int, handle: str) -> Any:
    return Membership.objects.filter(group__handle=handle, member=member).select_related("group")


def led_by_viewer(request: HttpRequest, handle: str) -> GroupPage:
    """The same for its organisers; to everybody else such a page does not exist."""
    page = page_of_group(request, handle)
    if not page.is_organiser:
        raise Http404
    return page
