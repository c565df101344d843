"""Google Contacts as CSV, in the form until 2024 and the one since."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, zip_longest

from rapport.formats import nothing
from rapport.formats.dates import DAY_ORDERS, settled
from rapport.formats.decoding import one_line
from rapport.formats.entry import Entry
from rapport.formats.facts import AskFact, Fact
from rapport.formats.files import Dropped, Member
from rapport.formats.handles import region_of
from rapport.formats.table import Heading, Row, Table, find_heading
from rapport.readers.addressbook import told
from rapport.readers.source import Choices, Source

ONLY_WRITTEN_TO = "only written to, not among the contacts"
AHEAD_YEARS = 10
_SAMPLE = 5000

_NUMBERED = re.compile(r"(.+?) (\d+) - (.+)")
_TELLING = frozenset({"e-mail 1 - value", "phone 1 - value", "e-mail 1 - label", "e-mail 1 - type", "phone 1 - label"})
_NAMES = (frozenset({"given name"}), frozenset({"first name"}), frozenset({"name"}))
_BARE = (frozenset({"given name", "group membership"}), frozenset({"first name", "file as", "labels"}))
_SEPARATOR = " ::: "
# Groups that Google makes by itself; its "Friends", "Family" and "Coworkers" are filled by hand and stay.
_OF_THE_SYSTEM = frozenset({"mycontacts", "my contacts", "other contacts", "othercontacts"})
_HOBBIES = frozenset({"hobby", "hobbies", "interest", "interests"})
_PLAIN = frozenset(
    "name|given name|first name|additional name|middle name|family name|last name|name prefix|name suffix|nickname|"
    "short name|maiden name|initials|file as|yomi name|given name yomi|additional name yomi|family name yomi|"
    "phonetic first name|phonetic middle name|phonetic last name|organization name|organization title|"
    "organization department|birthday|notes|photo|labels|group membership|hobby|".split("|")
)


def takes(dropped: Dropped) -> list[Member]:
    """Tables with the columns that only Google numbers so: `E-mail 1 - Value`."""
    return [member for member in dropped.members if member.name.endswith((".csv", ".txt")) and find(member)]


def find(member: Member, encoding: str | None = None) -> Heading | None:
    return find_heading(member, _is_google, encoding)


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    yield from told(members, find, Layout, choices)


def _is_google(names: frozenset[str]) -> bool:
    has_numbered = not _TELLING.isdisjoint(names) and any(needed <= names for needed in _NAMES)
    return has_numbered or any(needed <= names for needed in _BARE)


class Layout:
    """Where this file has what. Numbered columns may go to any number, in any order."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self._table, self._region = table, region_of(choices.zone)
        self._keeps_all = choices.answers.get("other_contacts") == "keep"
        self._rest: list[int] = []
        numbered: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
        for place, name in enumerate(table.heading.names):
            if match := _NUMBERED.fullmatch(name):
                numbered[match[1], int(match[2][:4])].setdefault(match[3], place)
            elif name not in _PLAIN:
                self._rest.append(place)
        self._numbered = sorted(numbered.items())
        self._settle(choices)

    def entry(self, row: Row) -> Entry:
        entry = Entry(self._region)
        self._name(entry, row)
        for (kind, _), fields in self._numbered:
            self._several(entry, kind, fields, row)
        self._life(entry, row)
        labels = [
            one_line(label).removeprefix("* ") for label in self._cell(row, "labels", "group membership").split(":::")
        ]
        for label in labels:
            if label.casefold() not in _OF_THE_SYSTEM:
                entry.label(label)
        if self._has_contacts and not any(labels) and not self._keeps_all:
            entry.left_out = ONLY_WRITTEN_TO
        for place in self._rest:
            entry.keep(self._table.heading.titles[place], row.cells[place])
        return entry

    def closing(self) -> Iterator[Fact]:
        if self._dates.is_guessed:
            why = f"{self._table.file} writes its dates in numbers only."
            yield AskFact("day_order", DAY_ORDERS, DAY_ORDERS[self._dates.order != "day_first"], why)

    def _settle(self, choices: Choices) -> None:
        """Settle the order of dates, and whether the file says who is a contact and who was only written to."""
        dated = [fields["value"] for (kind, _), fields in self._numbered if kind == "event" and "value" in fields]
        dated.append(self._table.place("birthday"))
        sample: list[str] = []
        self._has_contacts = False
        for row in islice(self._table.again(), _SAMPLE):
            sample += [row.cells[place] for place in dated if row.cells[place]]
            groups = self._cell(row, "labels", "group membership").casefold()
            self._has_contacts = self._has_contacts or "mycontacts" in groups or "my contacts" in groups
        later = choices.now.replace(year=choices.now.year + AHEAD_YEARS, day=1)
        self._dates = settled(sample, now=choices.now, day_first=choices.day_first)
        self._ahead = settled(sample, now=later, day_first=choices.day_first)

    def _name(self, entry: Entry, row: Row) -> None:
        def cell(*names: str) -> str:
            return self._cell(row, *names)

        given, family = cell("given name", "first name"), cell("family name", "last name")
        middle, suffix = cell("additional name", "middle name"), cell("name suffix")
        entry.call(prefix=cell("name prefix"), given=given, middle=middle, family=family, suffix=suffix)
        entry.name = nothing.name(one_line(cell("name"))) or entry.name or nothing.name(one_line(cell("file as")))
        entry.alias(cell("nickname"), "nickname")
        entry.alias(cell("short name"), "nickname")
        if maiden := nothing.name(cell("maiden name")):
            entry.alias(f"{given} {maiden}", "maiden")
        spoken = [
            cell(f"{part} name yomi", f"phonetic {other} name")
            for part, other in (("given", "first"), ("additional", "middle"), ("family", "last"))
        ]
        entry.alias(" ".join(part for part in spoken if part) or cell("yomi name"), "phonetic")
        organization = cell("organization name")
        entry.job(organization, cell("organization title"), cell("organization department"))
        entry.name = entry.name or nothing.name(one_line(cell("nickname"))) or nothing.name(one_line(organization))

    def _life(self, entry: Entry, row: Row) -> None:
        birthday, why = self._dates.read(self._cell(row, "birthday"))
        if why:
            self._table.complain(row.line, why)
        entry.day("birthday", birthday)
        entry.note(self._cell(row, "notes"))
        entry.taste(self._cell(row, "hobby").replace(_SEPARATOR, ";"), "google", "hobby")

    def _several(self, entry: Entry, kind: str, fields: dict[str, int], row: Row) -> None:
        """One numbered group of cells. Several values stand in one cell, apart by ` ::: `, in the same order in all."""
        if not any(row.cells[place] for place in fields.values()):
            return
        lists = {field: [part.strip() for part in row.cells[place].split(":::")] for field, place in fields.items()}
        labels = lists.pop("label", None) or lists.pop("type", None) or [""]
        for number, parts in enumerate(zip_longest(*lists.values(), fillvalue="")):
            if any(parts):
                label = one_line(labels[min(number, len(labels) - 1)]).removeprefix("* ").casefold()
                self._one(entry, kind, label, dict(zip(lists, parts, strict=True)), row)

    def _one(self, entry: Entry, kind: str, label: str, one: dict[str, str], row: Row) -> None:
        value = one.get("value", "")
        match kind:
            case "e-mail":
                entry.email(value, label)
            case "phone":
                entry.phone(value, label)
            case "website":
                entry.link(value, label)
            case "im":
                entry.messenger(one.get("service", ""), value, label)
            case "organization":
                entry.job(one.get("name", ""), one.get("title", ""), one.get("department", ""))
            case "relation":
                entry.kin(label, value)
            case "event":
                self._event(entry, label, value, row)
            case "address":
                _address(entry, label, one)
            case "custom field" if label in _HOBBIES:
                entry.taste(value, "google", label)
            case _:
                entry.keep(label or kind, value)

    def _event(self, entry: Entry, label: str, value: str, row: Row) -> None:
        when, why = self._ahead.read(value)
        if why:
            self._table.complain(row.line, why)
        entry.day(label, when)

    def _cell(self, row: Row, *names: str) -> str:
        return row.cells[self._table.place(*names)]


def _address(entry: Entry, label: str, one: dict[str, str]) -> None:
    parts = ("street", "extended address", "po box", "city", "region", "postal code", "country")
    lines = [one.get(part, "") for part in parts]
    city, country = one.get("city", ""), one.get("country", "")
    entry.home(*lines, kind=label, locality=city, country=country, whole=one.get("formatted", ""))


SOURCE = Source(kind="google", label="Google contacts", takes=takes, read=read, rank=30)
