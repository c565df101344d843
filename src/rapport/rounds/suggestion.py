"""The plug of a suggestion: one `Suggestion` per file in `sources/`, found by scanning."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from django.utils.functional import Promise

from rapport.kit.prepared import Query
from rapport.people.models import Book
from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk


@dataclass(frozen=True)
class Telling:
    """What a card says. `act` what to do ("Write to Bo"), `reason` why today, from the facts that ranked it, `opener`
    the first words to say, never with anything confided. `why` are the numbers behind it. `href` is a page of ours,
    where that is the way; else the person's own best way is taken. `read_at` is a page elsewhere that it is about."""

    act: str
    reason: str
    opener: str = ""
    subject: str = ""
    why: tuple[tuple[str, str], ...] = ()
    href: str = ""
    read_at: str = ""
    icon: str = "mail"


def _no_queries(desk: Desk) -> Iterable[Query]:
    return ()


def _nothing(book: Book, number: int, on: date) -> None:
    return None


@dataclass(frozen=True)
class Suggestion:
    """`find` yields candidates from what is cheap to know of everybody; `tell` words one that won (its person rows,
    contact days and ways are loaded together for all winners). Both read only the desk.

    A candidate's key is the kind, then the person's number (or two persons'; none where `people` is 0, as for acts on
    the hub), then the number of what it is about.
    `settle(book, number, on)` is told when the owner has done it, `reopen` when that is taken back. `touch` is the
    kind of interaction, where it is another than the answer's own.
    `asks(desk)` gives the prepared questions with which `find` begins: those of all suggestions are put to the database
    as one, and `find` has its rows already when it asks. Without them it only costs more.
    """

    kind: str
    title: str | Promise
    find: Callable[[Desk], Iterable[Candidate]]
    tell: Callable[[Desk, Candidate], Telling]
    rank: int = 50
    answers: tuple[str, ...] = field(default=("wrote", "called", "met"))
    settle: Callable[[Book, int, date], None] = _nothing
    reopen: Callable[[Book, int, date], None] = _nothing
    touch: str = ""
    people: Literal[0, 1, 2] = 1
    asks: Callable[[Desk], Iterable[Query]] = _no_queries
