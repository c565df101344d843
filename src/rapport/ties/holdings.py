"""What this room holds about people, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.ties.models import ContactDay, Interaction, Rest, Role, RoleCadence, Tie, Touch

HELD = (
    Holding(Interaction, "book", export="interactions", erase="keep", undo="always"),
    Holding(Touch, "interaction__book", ("person",), equal_by=("interaction_id",), export="interactions"),
    Holding(ContactDay, "book", ("person",), move="stay", export="not: counted anew from interactions"),
    Holding(
        Tie, "book", ("person",), move="stay", takes=("cadence", "cadence_most", "layer_pin", "matters"), export="tie"
    ),
    Holding(Rest, "person__book", ("person",), equal_by=(), export="state"),
    Holding(RoleCadence, "book", export="role_cadences", erase="keep"),
    Holding(Role, "book", ("person",), equal_by=("name",), export="roles", undo="always"),
)
