"""What a reference in words (`post:12`) leads to, as far as who asks may see it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache

from rapport.kit.rooms import gather
from rapport.members.models import Member


@dataclass(frozen=True)
class Shown:
    """How a page names it, and where it is."""

    title: str
    path: str


@dataclass(frozen=True)
class Referent:
    """Rooms offer theirs in `referents.py`. `find(viewer, keys)` returns what `viewer` (None: nobody signed in) may see
    of these keys, by key; what may not be seen and what does not exist are alike."""

    kind: str
    find: Callable[[Member | None, Collection[str]], Mapping[str, Shown]]


@cache
def referents() -> dict[str, Referent]:
    return {referent.kind: referent for referent in gather("referents", Referent)}


def resolve(viewer: Member | None, references: Collection[str]) -> dict[str, Shown]:
    """What the viewer may see of these references; one look-up a kind."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for reference in references:
        kind, _, key = reference.partition(":")
        keys[kind].add(key)
    return {
        f"{kind}:{key}": shown
        for kind, wanted in keys.items()
        if kind in referents()
        for key, shown in referents()[kind].find(viewer, wanted).items()
    }
