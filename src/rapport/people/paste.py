"""Many names at once, one a line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.people import keys
from rapport.people.add import make, tell
from rapport.people.asking_same import ask_same
from rapport.people.doubles import Double, doubles
from rapport.people.models import Book, Person
from rapport.people.typed import Typed, read

Order = Literal["", "given", "family"]
MOST = 500
_HEADS = frozenset(
    "name names person first last given family surname firm company organization organisation email e mail address "
    "phone telephone mobile number title role job position notes note".split()
)
_SEPARATOR = re.compile(r"\s*[,;\t]\s*")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One line's person; `is_known`: stood in the book already, by an address of the line. `alike`: may be the same."""

    person: Person
    is_known: bool = False
    alike: list[Person] = field(default_factory=list)


def lines_of(text: str) -> list[str]:
    """The lines that hold something, without a table's head; at most 500."""
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip(" \t,;-*•")]
    if lines and set(keys.folded(lines[0]).split()) <= _HEADS:
        del lines[0]
    return lines[:MOST]


def may_be_family_first(lines: Sequence[str]) -> bool:
    """Whether nearly all lines are two single words with a comma between, which only the owner can read."""
    pairs = [line for line in lines if [len(part.split()) for part in _SEPARATOR.split(line.strip())] == [1, 1]]
    return len(lines) >= 2 and len(pairs) >= 0.8 * len(lines)


def typed_lines(lines: Iterable[str], region: str, order: Order = "") -> list[Typed]:
    """Each line as a person; those that name nobody are left out."""
    if order == "family":
        lines = [_given_first(line) for line in lines]
    found = (read(line, region, "firm", may_be_note=False) for line in lines)
    return [typed for typed in found if typed.name]


@transaction.atomic
def paste(*, book: Book, typed: Iterable[Typed], now: datetime) -> list[Pasted]:
    """Add them all. Whoever is known by an address gains what the line tells; namesakes are added and asked about."""
    done = [_one(book, line, now) for line in typed]
    settle(book, sorted({one.person.pk for one in done}))
    return done


def _one(book: Book, typed: Typed, now: datetime) -> Pasted:
    found = doubles(book, typed)
    known = surely(found, typed)
    person = known or make(book=book, name=typed.name, now=now)
    tell(person=person, typed=typed, now=now, is_settling=False)
    if known is not None:
        return Pasted(person, is_known=True)
    alike = [double for double in found if double.why != "part"]
    ask_same(person, alike)
    return Pasted(person, alike=[double.person for double in alike])


def surely(found: Sequence[Double], typed: Typed) -> Person | None:
    """The one who holds an address of the line and bears its name too: households share addresses, not names."""
    holders = [double.person for double in found if double.why == "way"]
    words = set(keys.folded(typed.name).split())
    named = [person for person in holders if words <= set(person.folded.split()) or set(person.folded.split()) <= words]
    return named[0] if len(holders) == 1 and named else None


def _given_first(line: str) -> str:
    family, separator, rest = line.partition(",") if "," in line else line.partition("\t")
    given, _, more = rest.partition(separator) if separator else ("", "", "")
    return ", ".join(part for part in (f"{given.strip()} {family.strip()}".strip(), more.strip()) if part)
