"""The page of a group as its panels know it, and finding a group through permission."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from rapport.groups.models import Group, Membership
from rapport.members.models import Member


@dataclass(frozen=True)
class GroupPage:
    """What a panel of page "group" is given: the group, who looks (None: nobody signed in), and their membership."""

    group: Group
    viewer: Member | None
    membership: Membership | None

    @property
    def is_organiser(self) -> bool:
        return self.membership is not None and self.membership.role == "organiser"


def page_of_group(request: HttpRequest, handle: str) -> GroupPage:
    """The group of this handle for whoever asks; 404 alike if it is hidden from them or is not there."""
    viewer: Member | None = getattr(request, "member", None)
    found: Group | None = Group.objects.visible_to(viewer).filter(handle=handle).first()
    if found is None:
        raise Http404
    rows = Membership.objects.filter(group=found, member=viewer) if viewer is not None else Membership.objects.none()
    membership = rows.first()
    if membership is not None:
        membership.group = found
    return GroupPage(found, viewer, membership)


def led_by_viewer(request: HttpRequest, handle: str) -> GroupPage:
    """The same for its organisers; to everybody else such a page does not exist."""
    page = page_of_group(request, handle)
    if not page.is_organiser:
        raise Http404
    return page
