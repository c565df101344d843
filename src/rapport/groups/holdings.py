"""What this room holds about members, and what becomes of it."""

from rapport.groups.models import Group, Membership
from rapport.kit.holdings import Holding

HELD = (
    Holding(Group, "", export="not: belongs to the hub", erase="keep"),
    Holding(Membership, "member", export="hub.memberships", erase="keep"),
)
