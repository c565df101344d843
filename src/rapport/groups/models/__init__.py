"""The tables of groups: who belongs, who is on the way in, and who holds which seat."""

from rapport.groups.models.coming import GuestVisit, JoinRequest, NotThisGroup, Welcomed
from rapport.groups.models.group import Former, Group, GroupInvitation, Membership
from rapport.groups.models.seat import Application, Profession, Seat, SeatHolding

__all__ = [
    "Application",
    "Former",
    "Group",
    "GroupInvitation",
    "GuestVisit",
    "JoinRequest",
    "Membership",
    "NotThisGroup",
    "Profession",
    "Seat",
    "SeatHolding",
    "Welcomed",
]
