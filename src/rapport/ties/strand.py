"""A time line is plaited of strands: each room brings what it knows of two people's days."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapport.facts.showing.shown import day_said
from rapport.kit.rooms import gather
from rapport.people.models import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the time line. `day` is date.toordinal(), 0 when less than a day is known: then `on` is the time as
    written and `precision` how exactly. `at` orders a day's entries (ISO moment or empty). `kind` is the interaction's
    or the strand's own word. Entries of one day that share a word of `about` are one happening told twice."""

    day: int
    kind: str
    says: str
    icon: str
    at: str = ""
    on: str = ""
    precision: str = "day"
    channel: str = ""
    text: str = ""
    href: str = ""
    edit: str = ""
    about: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    first: str = ""

    @property
    def date(self) -> date | None:
        return date.fromordinal(self.day) if self.day else None

    @property
    def day_said(self) -> str:
        """The month or year of what has no exact day."""
        return day_said(self.on, self.precision)


@dataclass(frozen=True)
class Strand:
    """`days(person, before, most)`: the latest days (ordinals) before the ordinal `before` on which there is something,
    at most `most`. `entries(person, first, last)`: what there is on the days from `first` to `last`. `undated(person)`:
    what has no exact day. Found in `<room>/strands.py`."""

    order: int
    days: Callable[[Person, int, int], Collection[int]]
    entries: Callable[[Person, int, int], list[Entry]]
    undated: Callable[[Person], list[Entry]] = lambda person: []


@cache
def strands() -> tuple[Strand, ...]:
    return tuple(sorted(gather("strands", Strand), key=lambda strand: strand.order))
