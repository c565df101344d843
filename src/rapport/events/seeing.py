"""Whether somebody may see one event: `Event.objects.visible_to` for one row, in plain questions."""

from django.db.models import Q

from rapport.events.models import Event
from rapport.groups.models import Membership
from rapport.members.models import Block, Member


def sees(viewer: Member | None, event: Event) -> bool:
    """The same answer as `visible_to` gives; `event` has its group and its maker's account loaded."""
    if event.group is None and not _is_there(viewer, event):
        return False
    is_within = event.audience == "group" or (event.group is not None and event.group.is_hidden)
    if not is_within:
        return viewer is not None or event.audience == "everyone"
    if viewer is not None and event.group is not None and _belongs(viewer, event):
        return True
    return Event.objects.visible_to(viewer).filter(pk=event.pk).exists()


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
