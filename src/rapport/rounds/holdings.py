"""What this room holds about people, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.rounds.models import Answer, Shown

HELD = (
    Holding(Shown, "book", ("person",), equal_by=("day",), export="peace"),
    Holding(Answer, "book", ("person", "other"), export="peace"),
)
