"""What this room holds about people, and what becomes of it."""

from rapport.introductions.models import Acquaintance, Consent, Introduction, PathQuestion, Reach
from rapport.kit.holdings import Holding

HELD = (
    Holding(Acquaintance, "book", ("first", "second"), equal_by=("first", "second"), export="acquaintances"),
    Holding(Consent, "introducer", export="hub.consents", erase="keep"),
    Holding(Reach, "member", export="hub.reach", erase="keep"),
    Holding(PathQuestion, "asker", export="hub.path_questions", erase="keep"),
    Holding(Introduction, "book", ("first", "second"), equal_by=("first", "second"), export="introductions"),
)
