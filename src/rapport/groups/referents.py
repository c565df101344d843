"""Groups as deeds name them: `group:harbour-chapter`."""

from collections.abc import Collection, Mapping

from rapport.groups.models import Group
from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member


def _find(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    found = Group.objects.visible_to(viewer).filter(handle__in=keys)
    return {group.handle: Shown(group.name, group.path) for group in found}


GROUP = Referent("group", _find)
