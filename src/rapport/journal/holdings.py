"""What this room holds about members, and what becomes of it."""

from rapport.journal.models import Deed, Reading, Toward
from rapport.kit.holdings import Holding

HELD = (
    Holding(Deed, "actor", export="hub.deeds", erase="keep"),
    Holding(Toward, "member", export="not: part of another's deed", erase="keep"),
    Holding(Reading, "deed__actor", export="not: work that waits", erase="keep"),
)
