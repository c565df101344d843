"""Whether somebody may see one event: `Event.objects.visible_to` for one row, in plain questions."""

from django.db.models import Q

from rapport.events.models import Event, Speaker
from rapport.groups.models import Membership
from rapport.members.models import Block, Member


def sees(viewer: Member | None, event: Event) -> bool:
    """The same answer as `visible_to` gives; `event` has its group and its maker's account loaded."""
    is_mine = viewer is not None and event.made_by_id == viewer.pk
    if event.group is None:
        if not _is_there(viewer, event):
            return False
        is_inside = False
    else:
        is_wanted = event.group.is_hidden or event.audience == "group"
        is_inside = is_wanted and viewer is not None and _belongs(viewer, event)
        if event.group.is_hidden and not is_inside:
            return False
    if viewer is None:
        return event.audience == "everyone"
    if event.audience != "group" or is_mine or is_inside:
        return True
    return Speaker.objects.filter(event=event, member=viewer).exists()


def _is_there(viewer: Member | None, event: Event) -> bool:
    """Of an event that a member gives alone: whether that member is there for the viewer."""
    host = event.made_by
    if host is None:
        return True
    if not host.account.is_active:
        return False
    if viewer is None or viewer.pk == host.pk:
        return True
    return not Block.objects.filter(Q(by=viewer, other=host) | Q(by=host, other=viewer)).exists()


def _belongs(viewer: Member, event: Event) -> bool:
    return Membership.objects.filter(group=event.group_id, member=viewer).exists()
