"""An address book kept as a table: each row an entry, each entry somebody, under a key that stays."""

from collections.abc import Callable, Iterator
from typing import Protocol

from rapport.formats.decoding import one_line
from rapport.formats.entry import Entry
from rapport.formats.facts import Fact, MineFact, PersonFact, SkippedFact
from rapport.formats.files import Member, Refused
from rapport.formats.table import Heading, Row, Table
from rapport.likeness.marks import is_role
from rapport.people.keys import digest, folded
from rapport.readers.source import Choices

OWN = "your own entry"
NOBODY = "an entry without name, address or number"


class Layout(Protocol):
    """How one program writes its address book: `entry` reads a row and complains to the table it was made for;
    `closing` tells what is to be asked about the whole."""

    def entry(self, row: Row) -> Entry: ...

    def closing(self) -> Iterator[Fact]: ...


def told(
    members: list[Member],
    find: Callable[[Member, str | None], Heading | None],
    lay_out: Callable[[Table, Choices], Layout],
    choices: Choices,
) -> Iterator[Fact]:
    """Everybody in the files, read twice: who shares an address is known before the first is told."""
    for member in members:
        heading = find(member, choices.encoding)
        if heading is None:
            raise Refused(f"{member.path}: the row with the names of its columns was not found in that encoding.")
        table = Table(member, heading, encoding=choices.encoding)
        yield from _of(table, lay_out, choices)


def _of(table: Table, lay_out: Callable[[Table, Choices], Layout], choices: Choices) -> Iterator[Fact]:
    keys = Keys()
    before = table.again()
    draft = lay_out(before, choices)
    for row in before:
        keys.note(draft.entry(row))
    layout = lay_out(table, choices)
    for row in table:
        entry = layout.entry(row)
        if entry.left_out:
            yield SkippedFact(entry.left_out)
        elif key := keys.key(entry):
            yield from _person(entry.fact(key), choices)
        else:
            table.complain(row.line, NOBODY)
        if table.has_complaints:
            yield from table.drain()
    yield from layout.closing()
    yield from table.closing()


def _person(person: PersonFact, choices: Choices) -> Iterator[Fact]:
    """The person, unless it is the owner: under the owner's name, since a couple may share an address."""
    names = {handle for platform, handle in choices.mine if platform == "name"}
    has_own = any((handle.platform, handle.handle.casefold()) in choices.mine for handle in person.handles)
    if has_own and (not names or person.name.casefold() in names or not person.name):
        yield SkippedFact(OWN)
        yield from (MineFact(handle.platform, handle.handle, is_sure=False) for handle in person.handles)
    else:
        yield person


class Keys:
    """Keys of entries: the e-mail address, else the telephone with the name, else the name with what tells it from
    its namesakes. An address that several names share, or that is an office's, says nothing without the name."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._shared: set[str] = set()

    def note(self, entry: Entry) -> None:
        base, name = _base(entry)
        if name and self._names.setdefault(base, name) != name:
            self._shared.add(base)

    def key(self, entry: Entry) -> str:
        """Empty for an entry that names nobody."""
        base, name = _base(entry)
        return one_line(f"{base}|{name}" if base in self._shared and name else base)


def _base(entry: Entry) -> tuple[str, str]:
    name = folded(entry.name, 100)
    by_platform: dict[str, str] = {}
    for handle in entry.handles:
        by_platform.setdefault(handle.platform, handle.handle.casefold())
    if address := by_platform.get("email", ""):
        return (f"{address}|{name}" if name and is_role(address) else address), name
    if number := by_platform.get("phone", ""):
        # Numbers are given to others after a while: without the name the next owner would be the last.
        return f"{number}|{name}" if name else number, name
    if not name:
        return next(iter(by_platform.values()), ""), ""
    return f"name:{name}", digest(repr(entry.fact("")))[:12]
