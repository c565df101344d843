"""What an act is called, what it says, whether it warms a tie, and who is told: offered once, by the act's own room."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise

from rapport.journal.models import Deed
from rapport.kit.rooms import gather


def towards(deed: Deed) -> Iterable[int]:
    """Those it was done towards (ids of members)."""
    return deed.towards.values_list("member_id", flat=True)


def nobody(deed: Deed) -> Iterable[int]:
    return ()


@dataclass(frozen=True)
class Verb:
    """Rooms offer theirs in `verbs.py`. `name` is kept in the database and stays ("connect", "thank").

    `says` is the sentence for who is told, with %(actor)s (the hub's name where the hub did it) and %(subject)s, said
    without a final stop. `warmth` is 1 if
    it is a real exchange that warms the tie between actor and those towards whom it was done, and then `touch` is the
    kind of interaction in their books ("message", "thanks", "meeting", ...). `tells(deed)` are the members to be told
    (ids); the actor never is. `is_pressing`: it asks for an answer. `is_mutual`: both did it, as those who met.
    """

    name: str
    says: str | Promise
    warmth: int = 0
    touch: str = "message"
    tells: Callable[[Deed], Iterable[int]] = towards
    is_pressing: bool = False
    is_mutual: bool = False


@cache
def verbs() -> dict[str, Verb]:
    found = gather("verbs", Verb)
    named = {verb.name: verb for verb in found}
    if len(named) < len(found):
        raise ValueError("Two verbs have one name.")
    return named
