"""What this room holds about people."""

from rapport.kit.holdings import Holding
from rapport.rights import models as held

HOLDINGS = (
    Holding(held.Objected, "book", ("person",), equal_by=(), export="not: it waits for the owner's word in this place"),
    Holding(held.Objection, "", export="not: digests of the whole place, nobody's own", erase="keep"),
)
