"""One look into everything: in a book, and on the hub as its member sees it. Neither knows of the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rapport.kit.offers import offers
from rapport.members.models import Member
from rapport.people.models import Book
from rapport.search.finder import Finder, Hit
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.seen import Viewer

MOST_GUESSES = 6  # of one group
ENOUGH = 3  # people found exactly; with fewer, those nearly like it are shown too


@dataclass(frozen=True, slots=True)
class Group:
    finder: Finder[Any]
    hits: list[Hit] = field(default_factory=list)


def everywhere(book: Book, query: Query) -> list[Group]:
    """What is found in the book, by group; groups without finds are left out."""
    return _found("rapport.search.sources", book, query)


def on_hub(member: Member, query: Query, now: datetime) -> list[Group]:
    """What the member may see on the hub, by group."""
    return _found("rapport.search.hub", Viewer(member, now), query)


def only_hit(groups: Sequence[Group]) -> Hit | None:
    """The one thing found, if there is exactly one and it is not a guess."""
    hits = [hit for group in groups for hit in group.hits]
    return hits[0] if len(hits) == 1 and not groups[0].finder.is_guess else None


def _found(package: str, where: Any, query: Query) -> list[Group]:
    found: list[Group] = []
    seen: set[str] = set()
    for finder in offers(package, Finder) if query.words else ():
        if finder.is_guess and len(seen) >= ENOUGH:
            continue
        hits = [
            hit for hit in finder.find(where, query, MOST_GUESSES if finder.is_guess else MOST) if hit.path not in seen
        ]
        seen.update(hit.path for hit in hits)
        if hits:
            found.append(Group(finder, hits))
    return found
