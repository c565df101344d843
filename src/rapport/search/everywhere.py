"""One look into everything in a book."""

from dataclasses import dataclass, field

from rapport.kit.offers import offers
from rapport.people.models import Book
from rapport.search.finder import Finder, Hit
from rapport.search.query import Query

MOST, MOST_GUESSES = 12, 6  # of one group
ENOUGH = 3  # people found exactly; with fewer, those nearly like it are shown too


@dataclass(frozen=True, slots=True)
class Group:
    finder: Finder
    hits: list[Hit] = field(default_factory=list)


def everywhere(book: Book, query: Query) -> list[Group]:
    """What is found in the book, by group; groups without finds are left out."""
    found: list[Group] = []
    seen: set[str] = set()
    for finder in offers("rapport.search.sources", Finder) if query.words else ():
        if finder.is_guess and len(seen) >= ENOUGH:
            continue
        hits = [
            hit for hit in finder.find(book, query, MOST_GUESSES if finder.is_guess else MOST) if hit.path not in seen
        ]
        seen.update(hit.path for hit in hits)
        if hits:
            found.append(Group(finder, hits))
    return found


def only_hit(groups: list[Group]) -> Hit | None:
    """The one thing found, if there is exactly one and it is not a guess."""
    hits = [hit for group in groups for hit in group.hits]
    return hits[0] if len(hits) == 1 and not groups[0].finder.is_guess else None
