"""The plug of a suggestion: one `Suggestion` per file in `sources/`, found by scanning."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk


@dataclass(frozen=True)
class Telling:
    """What a card says. `act` what to do ("Write to Bo"), `reason` why today, from the facts that ranked it, `opener`
    the first words to say, never with anything confided. `why` are the numbers behind it. `href` is a page of ours,
    where that is the way; else the person's own best way is taken."""

    act: str
    reason: str
    opener: str = ""
    subject: str = ""
    why: tuple[tuple[str, str], ...] = ()
    href: str = ""
    icon: str = "mail"


@dataclass(frozen=True)
class Suggestion:
    """`find` yields candidates from what is cheap to know of everybody; `tell` words one that won (its person rows,
    contact days and ways are loaded together for all winners). Both read only the desk."""

    kind: str
    title: str
    find: Callable[[Desk], Iterable[Candidate]]
    tell: Callable[[Desk, Candidate], Telling]
    rank: int = 50
    answers: tuple[str, ...] = field(default=("wrote", "called", "met"))
