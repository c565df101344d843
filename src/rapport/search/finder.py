"""What a source of search is, and what it finds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.functional import Promise

from rapport.search.marking import Part
from rapport.search.query import Query

Where = TypeVar("Where")
"""What is searched: a book, or the hub as a member sees it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was found: what the text is, and the text with the find marked."""

    label: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Hit:
    """`line` is what is said below the name, `photo` the address of a face; `has_face` for people alone."""

    path: str
    name: str
    parts: Sequence[Part]
    line: Sequence[Part] = ()
    reasons: Sequence[Reason] = ()
    photo: str = ""
    has_face: bool = False


@dataclass(frozen=True)
class Finder(Generic[Where]):
    """One group of results. `find(where, query, most)` returns the best, at most so many: of a book from this book
    alone, of the hub what this member may see and no trace of the rest.

    `is_guess`: its finds are only like what was typed; it is asked only where the others found few (`found` counts
    people), and none of them is opened unasked.
    """

    rank: int
    name: str
    label: str | Promise
    find: Callable[[Where, Query, int], list[Hit]]
    is_guess: bool = False
