"""The plug of an archive kind: one `Source` object per file in `sources/`, found by scanning."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from rapport.formats.facts import Fact
from rapport.formats.files import Dropped, Member


@dataclass(frozen=True)
class Choices:
    """What the owner decided before reading, and the outside world a reader may know of.

    `mine` holds the owner's known names and handles as (platform, handle) pairs, casefolded; `zone` is an IANA
    name; `now` is the only clock a reader may ask.
    """

    now: datetime
    zone: str = "UTC"
    mine: frozenset[tuple[str, str]] = frozenset()
    day_first: bool | None = None
    encoding: str | None = None
    keep_text: bool = False
    answers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """`kind` is the word kept with every fact ("linkedin"); `takes` says which members of what was dropped it
    reads, by content; `read` yields their facts in file order and raises `Refused` with one plain sentence."""

    kind: str
    label: str
    takes: Callable[[Dropped], list[Member]]
    read: Callable[[list[Member], Choices], Iterator[Fact]]
    rank: int = 50  # among sources that take the same member the lower rank reads it
