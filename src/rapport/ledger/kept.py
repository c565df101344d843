"""What this room keeps about a person."""

from rapport.ledger.models import Favour, ListEntry, Promise, Wish
from rapport.people.showing.kept import Kept

LEDGER = (
    Kept(Promise),
    Kept(Favour),
    Kept(Wish),
    Kept(ListEntry, "list", ("number", "name", "folded", "cadence", "cadence_most")),
)
