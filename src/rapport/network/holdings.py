"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.network.models import Connection, Follow, Request

HELD = (
    Holding(Request, "by", export="hub.requests", erase="keep"),
    Holding(Connection, "member", export="hub.connections", erase="keep"),
    Holding(Follow, "by", export="hub.follows", erase="keep"),
)
