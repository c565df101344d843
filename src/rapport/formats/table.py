"""Tables of text (CSV and its kin) as people really have them: preambles, other dialects, broken rows."""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from rapport.formats.decoding import LINE_LIMIT, Lines, clean, one_line
from rapport.formats.facts import AskFact, DroppedFact, Fact, NoteFact
from rapport.formats.files import Member

FIELD_LIMIT = 1_000_000
HEADING_LINES = 50
MOST_COLUMNS = 2000  # each row is filled up to its heading: a heading of commas alone would make it long
DELIMITERS = ",;\t|"
ENCODINGS = ("windows-1252", "windows-1250", "windows-1251", "iso-8859-2", "mac-roman", "shift_jis", "gb18030")

csv.field_size_limit(LINE_LIMIT * 2)  # the module's own limit would end a file in its middle; ours leaves out a field

_SPREADSHEET_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_ESCAPED_SIGN = re.compile(r"\\.", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """The row that names the columns: `titles` as written, `names` as they are compared, on which `line` (from 1)."""

    line: int
    titles: tuple[str, ...]
    names: tuple[str, ...]
    delimiter: str = ","
    is_nested: bool = False  # whole rows stand quoted in one cell, as some tools save what they did not understand


class Row(NamedTuple):
    """One record: its first line, its cells (clean, stripped, padded to the heading), and whether it had too many."""

    line: int
    cells: list[str]
    is_wide: bool


def normal(name: str) -> str:
    """A column's name as it is compared: lower case, one kind of space and apostrophe, no quotes around it."""
    return one_line(name).replace("_", " ").replace("\u2019", "'").strip("\"' ").casefold()


def find_heading(
    member: Member,
    wanted: Callable[[frozenset[str]], bool],
    encoding: str | None = None,
    within: int = HEADING_LINES,
) -> Heading | None:
    """The first row among the first lines whose set of column names is `wanted`, in whatever dialect it is."""
    lines = Lines(BytesIO(member.head()), encoding)
    for number, line in enumerate(islice(lines, within), start=1):
        for delimiter in DELIMITERS:
            if delimiter in line or delimiter == ",":
                heading = _heading(number, line, delimiter)
                if len(heading.names) <= MOST_COLUMNS and wanted(frozenset(heading.names)):
                    return heading
    return None


class Table:
    """The rows below a heading, read as a stream.

    Kept out, and told by `drain`: rows that do not reach the `needed` columns, rows with a quote that never closes
    (reading goes on at the next line that fits), lines over 4,000,000 characters. Fields over 1,000,000 characters
    come empty and cells beyond the heading are cut off; both are told too.
    With `escape` a backslash makes the next sign plain, as in LinkedIn's Comments.csv.
    """

    def __init__(
        self,
        member: Member,
        heading: Heading,
        *,
        needed: Iterable[str] = (),
        escape: bool = False,
        encoding: str | None = None,
    ) -> None:
        self.file = PurePosixPath(member.path.replace("\\", "/")).name
        self.heading = heading
        self.width = len(heading.names)
        self._member, self._encoding = member, encoding
        self._needed = tuple(needed)
        self._least = max((self.place(name) + 1 for name in self._needed), default=1)
        self._escape = "\\" if escape else None
        self._complaints: list[DroppedFact] = []
        self._said = ""

    def place(self, *names: str) -> int:
        """Where the first of `names` stands; for a missing column the place after the last, which is always empty."""
        return next((self.heading.names.index(name) for name in names if name in self.heading.names), self.width)

    def again(self) -> "Table":
        """The same table to be read once more; what this one complains of is its own."""
        return Table(
            self._member, self.heading, needed=self._needed, escape=self._escape is not None, encoding=self._encoding
        )

    def where(self, line: int) -> str:
        return f"{self.file}:{line}"

    def complain(self, line: int, why: str) -> None:
        self._complaints.append(DroppedFact(self.where(line), why))

    @property
    def has_complaints(self) -> bool:
        return bool(self._complaints)

    def drain(self) -> Iterator[Fact]:
        """What was left out since the last call; ask now and then, for it waits in memory."""
        told, self._complaints = self._complaints, []
        yield from told

    def closing(self) -> Iterator[Fact]:
        """All that is left to be told once the rows are read."""
        yield from self.drain()
        if self._said:
            yield NoteFact(f"{self.file}: {self._said}")
        if "Windows-1252" in self._said:
            yield AskFact("encoding", ENCODINGS, ENCODINGS[0], f"{self.file} is not in UTF-8. Do its names look right?")

    def __iter__(self) -> Iterator[Row]:
        with self._member.open() as stream:
            lines = Lines(stream, self._encoding)
            numbered = _Numbered(islice(lines, self.heading.line, None), self.heading.line)
            is_lost = False
            for number, line in numbered:
                cells, is_dirty = self._cells(number, line, numbered)
                if cells is None:
                    is_lost = True
                elif not is_lost or len(cells) == self.width:
                    is_lost = False
                    if row := self._fitted(number, cells, is_dirty=is_dirty):
                        yield row
            self._said = lines.said()

    def _cells(self, number: int, line: str, lines: "_Numbered") -> tuple[list[str] | None, bool]:
        """The cells that begin on this line, None where they make no row, and whether they need cleaning."""
        if len(line) > LINE_LIMIT:
            self.complain(number, f"a line of more than {LINE_LIMIT:,} characters was left out")
            return None, False
        if '"' not in line and not (self._escape and self._escape in line):
            return line.split(self.heading.delimiter), not (line.isascii() and line.isprintable())
        cells = self._parsed(line) or self._joined(line, lines)
        if cells is None:
            self.complain(number, "a quotation mark is not closed; the row was left out")
        elif self.heading.is_nested and cells[0]:
            cells = self._parsed(cells[0]) or cells
        return cells, True

    def _parsed(self, text: str, *, is_lenient: bool = True) -> list[str] | None:
        reader = csv.reader((text,), delimiter=self.heading.delimiter, escapechar=self._escape, strict=True)
        try:
            return next(reader, [])
        except csv.Error:
            if self._is_open(text) or not is_lenient:
                return None
        return _plain_cells(text, self.heading.delimiter) or None

    def _joined(self, line: str, lines: "_Numbered") -> list[str] | None:
        """A row that goes on over several lines, or None when no end of it makes a whole row; then those lines are
        put back, to be read as rows of their own."""
        taken: list[tuple[int, str]] = []
        size, is_open = len(line), True
        for number, more in lines:
            taken.append((number, more))
            size += len(more)
            is_open = is_open != self._is_open(more)
            if size > LINE_LIMIT or not is_open:
                break
        cells = None if is_open else self._parsed("\n".join([line, *(more for _, more in taken)]), is_lenient=False)
        if cells and (self.heading.is_nested or (len(cells) >= self.width and not any(cells[self.width :]))):
            return cells
        lines.put_back(taken)
        return None

    def _is_open(self, text: str) -> bool:
        return (_ESCAPED_SIGN.sub("", text) if self._escape else text).count('"') % 2 == 1

    def _fitted(self, number: int, cells: list[str], *, is_dirty: bool) -> Row | None:
        cells = [clean(cell).strip() for cell in cells] if is_dirty else [cell.strip() for cell in cells]
        if not any(cells):
            return None
        if len(cells) < self._least:
            self.complain(number, "the row has fewer columns than the heading")
            return None
        is_wide = any(cells[self.width :])
        if is_wide:
            self.complain(number, "the row has more columns than the heading; what is beyond was left out")
        cells[self.width :] = [""] * max(1, self.width + 1 - len(cells))
        for place, cell in enumerate(cells):
            if cell[:1] == "#" and cell in _SPREADSHEET_ERRORS:
                cells[place] = ""
            elif cell[:1] == "'" and cell[1:2] in _FORMULA:
                cells[place] = cell[1:]  # the apostrophe was set before it to keep spreadsheets from computing it
            elif len(cell) > FIELD_LIMIT:
                cells[place] = ""
                self.complain(number, f"a field of more than {FIELD_LIMIT:,} characters was left out")
        return Row(number, cells, is_wide)


class _Numbered:
    """Lines with their numbers, that can be put back."""

    def __init__(self, lines: Iterator[str], done: int) -> None:
        self._lines, self._number = lines, done
        self._back: deque[tuple[int, str]] = deque()

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self

    def __next__(self) -> tuple[int, str]:
        if self._back:
            return self._back.popleft()
        line = next(self._lines)
        self._number += 1
        return self._number, line

    def put_back(self, taken: list[tuple[int, str]]) -> None:
        self._back.extendleft(reversed(taken))


def _heading(number: int, line: str, delimiter: str) -> Heading:
    titles = _plain_cells(line, delimiter)
    is_nested = len([title for title in titles if title]) == 1 and delimiter in titles[0]
    if is_nested:
        titles = _plain_cells(titles[0], delimiter)
    return Heading(number, tuple(one_line(title) for title in titles), tuple(map(normal, titles)), delimiter, is_nested)


def _plain_cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader((line,), delimiter=delimiter), [])
    except csv.Error:
        return []
