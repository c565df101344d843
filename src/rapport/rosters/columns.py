"""What other rooms say about each person of a list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapport.kit.rooms import gather
from rapport.people.models import Book


@dataclass(frozen=True)
class Column:
    """`says(book, people)`: a few words for each of these persons (ids) of whom there is something to say, in a fixed
    number of queries. Found in `<room>/columns.py`."""

    order: int
    says: Callable[[Book, Sequence[int]], Mapping[int, str]]


@cache
def columns() -> tuple[Column, ...]:
    return tuple(sorted(gather("columns", Column), key=lambda offer: offer.order))


def said(book: Book, people: Sequence[int]) -> dict[int, list[str]]:
    """What the rooms say of each person, in order."""
    found: dict[int, list[str]] = {person: [] for person in people}
    for column in columns() if people else ():
        for person, words in column.says(book, people).items():
            found[person].append(words)
    return found
