"""One file of the archive, open at its rows."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from rapport.formats.dates import DAY_ORDERS, DateColumn, settled
from rapport.formats.facts import AskFact, Fact, SkippedFact, UnknownFact, When
from rapport.formats.files import Member
from rapport.formats.table import Heading, Row, Table
from rapport.readers.source import Choices
from rapport.readers.sources.linkedin.kinds import Kind

LAUNCH = date(2003, 5, 5)
_OLDEST = date(1920, 1, 1)
_SAMPLE = 500
_AHEAD = timedelta(days=3650)


class Page:
    """The rows of one member, its date column settled beforehand, and what is to be told of it at the end."""

    def __init__(self, member: Member, kind: Kind, heading: Heading, choices: Choices) -> None:
        self.kind, self.choices = kind, choices
        self._heading = heading
        self.stem = member.name
        needed = max(kind.needs, key=lambda columns: columns <= frozenset(heading.names))
        self.table = Table(member, heading, needed=needed, escape=kind.has_escapes, encoding=choices.encoding)
        self.place = self.table.place
        self.dated_at = self.place(*kind.dated_by)
        self.dates = self._settled()
        self._skipped: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Row]:
        yield from self.table

    def glance(self) -> Iterator[Row]:
        """The rows, read beforehand: what is wrong with them is told at the real reading only."""
        yield from self.table.again()

    def when(self, row: Row) -> When | None:
        """The date of the row; one that cannot be read or be true is left out and told, the row is kept."""
        when, why = self.dates.read(row.cells[self.dated_at])
        if why:
            self.table.complain(row.line, why)
        return when

    def has(self, column: str) -> bool:
        return column in self._heading.names

    def skip(self, why: str) -> None:
        self._skipped[why] += 1

    def beyond(self, known: frozenset[str]) -> list[int]:
        """The places of columns that are not among `known`, of those that have a name."""
        return [place for place, name in enumerate(self._heading.names) if name and name not in known]

    def closing(self) -> Iterator[Fact]:
        for why, count in self._skipped.items():
            yield SkippedFact(why, count)
        yield from self.table.closing()
        # LinkedIn's own numbers come month first, with AM or PM: only a spreadsheet leaves the order open.
        if self.dates.is_guessed and self.dates.order == "day_first":
            why = f"{self.table.file} was saved again by a program that writes dates in numbers only."
            yield AskFact("day_order", DAY_ORDERS, DAY_ORDERS[0], why)

    def unknown_columns(self, known: frozenset[str]) -> Iterator[Fact]:
        for place in self.beyond(known):
            yield UnknownFact(self.table.file, f"column {self._heading.titles[place]!r}")

    def title(self, place: int) -> str:
        return self._heading.titles[place]

    def _settled(self) -> DateColumn:
        sample = (row.cells[self.dated_at] for row in islice(self.glance(), _SAMPLE)) if self.kind.dated_by else ()
        return settled(
            sample,
            now=self.choices.now + (_AHEAD if self.kind.is_ahead else timedelta(0)),
            earliest=_OLDEST if self.kind.is_old else LAUNCH,
            bare=self.kind.bare_zone,
            day_first=self.choices.day_first,
            usual=self.kind.order,
        )
