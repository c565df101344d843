"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.network.models import (
    Connection,
    Follow,
    Neighbours,
    NotThisOne,
    Openness,
    ProfileView,
    Request,
)

HELD = (
    Holding(Request, "by", export="hub.requests", erase="keep"),
    Holding(Connection, "member", export="hub.connections", erase="keep"),
    Holding(Follow, "by", export="hub.follows", erase="keep"),
    Holding(Openness, "member", export="hub.openness", erase="keep"),
    Holding(ProfileView, "viewer", export="hub.profile_views", erase="keep"),
    Holding(NotThisOne, "by", export="hub.not_this_one", erase="keep"),
    Holding(Neighbours, "member", export="not: derived from the connections", erase="keep"),
)
