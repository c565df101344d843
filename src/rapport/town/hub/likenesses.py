"""Which members show a portrait: about two of three, so that initials are seen too."""

from random import Random

from rapport.town.hub.shapes import Joiner, Likeness
from rapport.town.looks import look
from rapport.town.truth import Town

_SHY = frozenset(("cy", "john", "hamish", "nadia"))  # of the cast: the newest, and some who never came to it
_SHOWN_TO = (0, 1, 1, 1, 1, 2)


def likenesses(rng: Random, town: Town, members: tuple[Joiner, ...]) -> tuple[Likeness, ...]:
    """Most show it to members, some to everyone, some to their connections only; Ann and Mo to everyone."""
    found = []
    for one in members:
        is_shown, audience = rng.random() < 0.62, rng.choice(_SHOWN_TO)
        if one.person in ("ann", "mo"):
            audience = 0
        if is_shown if one.person.startswith("p-") else one.person not in _SHY:
            found.append(Likeness(one.handle, look(town.by_id[one.person]), audience))
    return tuple(found)
