"""What this room holds about people, and what becomes of it."""

from rapport.introductions.models import Acquaintance, Introduction
from rapport.kit.holdings import Holding

HELD = (
    Holding(Acquaintance, "book", ("first", "second"), equal_by=("first", "second"), export="acquaintances"),
    Holding(Introduction, "book", ("first", "second"), equal_by=("first", "second"), export="introductions"),
)
