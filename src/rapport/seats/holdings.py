"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.seats.models import Application, Profession, Seat, SeatHolding

HELD = (
    Holding(Profession, "", export="not: belongs to the hub", erase="keep"),
    Holding(Seat, "", export="not: belongs to the hub", erase="keep"),
    Holding(SeatHolding, "member", export="hub.seats", erase="keep"),
    Holding(Application, "member", export="hub.applications", erase="keep"),
)
