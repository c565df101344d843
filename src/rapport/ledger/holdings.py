"""What this room holds about people, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.ledger.models import Favour, Filter, List, ListEntry, Promise, Wish

HELD = (
    Holding(Promise, "book", ("person",), export="promises"),
    Holding(Favour, "book", ("person",), export="favours"),
    Holding(Wish, "book", ("person",), export="wishes"),
    Holding(List, "book", export="lists", erase="keep", undo="unless_used"),
    Holding(ListEntry, "book", ("person",), equal_by=("key",), export="lists", undo="always"),
    Holding(Filter, "book", export="filters", erase="keep"),
)
