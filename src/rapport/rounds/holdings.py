"""What this room holds about people, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.rounds.models import Answer, Mailed, Shown

HELD = (
    Holding(Shown, "book", ("person",), equal_by=("day",), export="shown"),
    Holding(Answer, "book", ("person", "other"), export="peace"),
    Holding(Mailed, "book", export="not: a mark of the worker", erase="keep"),
)
