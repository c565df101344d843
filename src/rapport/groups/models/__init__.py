"""The tables of groups: who belongs, and who is on the way in."""

from rapport.groups.models.coming import GuestVisit, JoinRequest, NotThisGroup, Welcomed
from rapport.groups.models.group import Former, Group, GroupInvitation, Membership

__all__ = [
    "Former",
    "Group",
    "GroupInvitation",
    "GuestVisit",
    "JoinRequest",
    "Membership",
    "NotThisGroup",
    "Welcomed",
]
