"""What this room holds about members, and what becomes of it."""

from rapport.groups.models import (
    Former,
    Group,
    GroupInvitation,
    GuestVisit,
    JoinRequest,
    Membership,
    NotThisGroup,
    Welcomed,
)
from rapport.kit.holdings import Holding

HELD = (
    Holding(Group, "", export="not: belongs to the hub", erase="keep"),
    Holding(Membership, "member", export="hub.memberships", erase="keep"),
    Holding(Former, "member", export="hub.former_memberships", erase="keep"),
    Holding(GroupInvitation, "by", export="hub.group_invitations", erase="keep"),
    Holding(JoinRequest, "member", export="hub.join_requests", erase="keep"),
    Holding(GuestVisit, "member", export="hub.guest_visits", erase="keep"),
    Holding(Welcomed, "by", export="hub.welcomes", erase="keep"),
    Holding(NotThisGroup, "member", export="hub.groups_not_suggested", erase="keep"),
)
