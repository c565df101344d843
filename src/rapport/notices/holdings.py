"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.notices.models import Hearing, Notice

HELD = (
    Holding(Notice, "member", export="hub.notices", erase="keep"),
    Holding(Hearing, "member", export="hub.hearing", erase="keep"),
)
