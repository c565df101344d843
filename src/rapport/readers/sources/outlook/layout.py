"""An Outlook row as an entry: every column by what it means, whatever language it is named in."""

import re
from collections.abc import Iterator
from itertools import islice

from rapport.formats import nothing
from rapport.formats.dates import DAY_ORDERS, settled
from rapport.formats.decoding import decoded, one_line
from rapport.formats.entry import Entry
from rapport.formats.facts import AskFact, Fact
from rapport.formats.files import Dropped, Member
from rapport.formats.handles import region_of
from rapport.formats.table import Heading, Row, Table, find_heading
from rapport.readers.addressbook import told
from rapport.readers.source import Choices
from rapport.readers.sources.outlook.columns import is_outlook, understood

_EMAILS = {"e-mail address": "", "e-mail 2 address": "", "e-mail 3 address": ""}
_EMAILS |= {"e-mail home": "home", "e-mail work": "work", "e-mail other": "other"}
_PHONES = {
    "mobile phone": "mobile", "primary phone": "", "business phone": "work", "business phone 2": "work",
    "home phone": "home", "home phone 2": "home", "other phone": "other", "car phone": "car",
    "company main phone": "company", "business fax": "work fax", "home fax": "home fax",
}  # fmt: skip
_PLACES = {"business": "work", "home": "home", "other": "other"}
_LINES = ("street", "street 2", "street 3", "city", "state", "postal code", "country")
_SINGLE = frozenset(
    {"title", "first name", "middle name", "last name", "suffix", "nickname", "maiden name", "display name", "company",
     "department", "job title", "birthday", "anniversary", "spouse", "children", "manager", "assistant", "referred by",
     "hobby", "notes", "categories", "web page", "messenger", "gender", "passed over"}
)  # fmt: skip
_READ = _SINGLE | set(_EMAILS) | set(_PHONES) | {f"{place} {line}" for place in _PLACES for line in _LINES}
_NO_GENDER = frozenset({"", "unspecified", "nicht angegeben", "keine angabe", "non specifie", "no especificado"})


def takes(dropped: Dropped) -> list[Member]:
    return [member for member in dropped.members if member.name.endswith((".csv", ".txt", ".tsv")) and find(member)]


def find(member: Member, encoding: str | None = None) -> Heading | None:
    """Outlook writes no preamble, a spreadsheet at most a line like `sep=;`; further down there are only people."""
    has_sign = decoded(member.head(32)).lstrip("\ufeff").casefold().startswith("sep=")
    return find_heading(member, is_outlook, encoding, within=2 if has_sign else 1)


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    yield from told(members, find, Layout, choices)


class Layout:
    """Where this file has what."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self._table, self._region = table, region_of(choices.zone)
        self._language, meanings = understood(table.heading.names)
        self._places: dict[str, list[int]] = {}
        self._rest: list[int] = []
        for place, name in enumerate(table.heading.names):
            meaning = meanings.get(name, "")
            if meaning in _READ:
                self._places.setdefault(meaning, []).append(place)
            elif name:
                self._rest.append(place)
        sample = [self._cell(row, day) for row in islice(table.again(), 5000) for day in ("birthday", "anniversary")]
        self._dates = settled(
            sample,
            now=choices.now,
            day_first=choices.day_first,
            guess="month_first" if self._language == "en" else "day_first",
        )

    def entry(self, row: Row) -> Entry:
        entry = Entry(self._region)
        self._name(entry, row)
        for column, context in _EMAILS.items():
            entry.email(self._cell(row, column), context)
        for column, context in _PHONES.items():
            entry.phone(self._cell(row, column), context)
        for cell in self._cells(row, "web page"):
            entry.link(cell)
        entry.messenger("", self._cell(row, "messenger"))
        entry.job(*(self._cell(row, column) for column in ("company", "job title", "department")))
        for where, kind in _PLACES.items():
            lines = [self._cell(row, f"{where} {line}") for line in _LINES]
            entry.home(*lines, kind=kind, locality=lines[3], country=lines[6])
        self._life(entry, row)
        for place in self._rest:
            entry.keep(self._table.heading.titles[place], row.cells[place])
        entry.name = entry.name or nothing.name(one_line(self._cell(row, "company")))
        return entry

    def closing(self) -> Iterator[Fact]:
        if self._dates.is_guessed:
            why = f"{self._table.file} writes its dates in numbers only."
            yield AskFact("day_order", DAY_ORDERS, DAY_ORDERS[self._dates.order != "day_first"], why)

    def _name(self, entry: Entry, row: Row) -> None:
        columns = ("title", "first name", "middle name", "last name", "suffix")
        prefix, given, middle, family, suffix = nothing.name_parts(*(self._cell(row, column) for column in columns))
        entry.call(prefix=prefix, given=given, middle=middle, family=family, suffix=suffix)
        if not (given or family):
            entry.name = nothing.name(one_line(self._cell(row, "display name"))) or entry.name
        entry.name = entry.name or nothing.name(one_line(self._cell(row, "nickname")))
        entry.alias(self._cell(row, "display name"), "alias")
        entry.alias(self._cell(row, "nickname"), "nickname")
        if maiden := nothing.name(self._cell(row, "maiden name")):
            entry.alias(f"{given} {maiden}", "maiden")

    def _life(self, entry: Entry, row: Row) -> None:
        for kind in ("birthday", "anniversary"):
            when, why = self._dates.read(self._cell(row, kind))
            if why:
                self._table.complain(row.line, why)
            entry.day(kind, when)
        for kind in ("spouse", "manager", "assistant", "referred by"):
            entry.kin(kind, self._cell(row, kind))
        for child in re.split("[;,]", self._cell(row, "children")):
            entry.kin("child", child)
        entry.taste(self._cell(row, "hobby"), "outlook", "hobby")
        entry.note(self._cell(row, "notes"))
        for label in re.split("[;,]", self._cell(row, "categories")):
            entry.label(label)
        gender = self._cell(row, "gender")
        entry.keep("Gender", gender if gender.casefold() not in _NO_GENDER else "")

    def _cell(self, row: Row, column: str) -> str:
        return next(self._cells(row, column), "")

    def _cells(self, row: Row, column: str) -> Iterator[str]:
        return (row.cells[place] for place in self._places.get(column, ()) if row.cells[place])
