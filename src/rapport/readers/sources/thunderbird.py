"""Thunderbird's address book as CSV."""

from collections.abc import Iterator

from rapport.formats import nothing
from rapport.formats.dates import settled
from rapport.formats.entry import Entry
from rapport.formats.facts import Fact
from rapport.formats.files import Dropped, Member
from rapport.formats.handles import region_of
from rapport.formats.table import Heading, Row, Table, find_heading
from rapport.readers.addressbook import told
from rapport.readers.source import Choices, Source

_TELLING = frozenset({"display name", "primary email", "secondary email"})
_PHONES = {"work phone": "work", "home phone": "home", "mobile number": "mobile", "fax number": "fax"}
_LINES = ("address", "address 2", "city", "state", "zipcode", "country")
_READ = frozenset(
    {"first name", "last name", "display name", "nickname", "primary email", "secondary email", "screen name",
     "job title", "department", "organization", "web page 1", "web page 2", "birth year", "birth month", "birth day",
     "notes", "", *_PHONES, *(f"{place} {line}" for place in ("home", "work") for line in _LINES)}
)  # fmt: skip


def takes(dropped: Dropped) -> list[Member]:
    return [member for member in dropped.members if member.name.endswith((".csv", ".txt", ".tab")) and find(member)]


def find(member: Member, encoding: str | None = None) -> Heading | None:
    return find_heading(member, lambda names: names >= _TELLING, encoding)


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    yield from told(members, find, Layout, choices)


class Layout:
    """Where this file has what; the columns' order and number differ between versions."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self._table, self._region = table, region_of(choices.zone)
        self._dates = settled((), now=choices.now)
        self._rest = [place for place, name in enumerate(table.heading.names) if name not in _READ]

    def entry(self, row: Row) -> Entry:
        def cell(name: str) -> str:
            return row.cells[self._table.place(name)]

        entry = Entry(self._region)
        entry.call(given=cell("first name"), family=cell("last name"))
        shown, *instead = (nothing.name(cell(column)) for column in ("display name", "nickname", "organization"))
        entry.name = shown or entry.name or next(filter(None, instead), "")
        entry.alias(cell("nickname"), "nickname")
        for column in ("primary email", "secondary email"):
            entry.email(cell(column))
        for column, context in _PHONES.items():
            entry.phone(cell(column), context)
        for column in ("web page 1", "web page 2"):
            entry.link(cell(column))
        entry.messenger("", cell("screen name"))
        entry.job(cell("organization"), cell("job title"), cell("department"))
        for kind in ("home", "work"):
            lines = [cell(f"{kind} {line}") for line in _LINES]
            entry.home(*lines, kind=kind, locality=lines[2], country=lines[5])
        self._birthday(entry, row, cell("birth year"), cell("birth month"), cell("birth day"))
        entry.note(cell("notes"))
        for place in self._rest:
            entry.keep(self._table.heading.titles[place], row.cells[place])
        return entry

    def closing(self) -> Iterator[Fact]:
        yield from ()

    def _birthday(self, entry: Entry, row: Row, year: str, month: str, day: str) -> None:
        if month and day:
            when, why = self._dates.read(f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}")
            if why:
                self._table.complain(row.line, why)
            entry.day("birthday", when)


SOURCE = Source(kind="thunderbird", label="Thunderbird contacts", takes=takes, read=read, rank=50)
