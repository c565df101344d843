"""The shapes of the ground truth: frozen, plain, free of any file format. `dump` writes them as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from functools import cached_property

from rapport.town.doings import Gathering, Invitation, Talk, Vouch, by_calendar, by_taker
from rapport.town.folk import Company, Group, Person, Tie


@dataclass(frozen=True)
class Paper:
    """One file an owner brings. `source` as the product names sources: linkedin google outlook vcard calendar mail.
    `shape` is the era or the program that wrote it, `taken` the day of the download, `name` the file's name."""

    owner: str
    source: str
    shape: str
    name: str
    taken: date

    @property
    def path(self) -> str:
        return f"{self.owner}/{self.name}"


@dataclass(frozen=True)
class Owner:
    """Somebody with an account: `handle` on the hub, `person` in the truth, the IANA `zone` of the calendar."""

    handle: str
    person: str
    zone: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class Entry:
    """One record of one file that is about a true person: what it shows, and whom it means.

    `key` is the natural key of the record within its file: the profile slug; without one, name and day; a mail
    address, else telephone, else name; an attendee's address. A second record of the same key gets `#2`.
    """

    owner: str
    file: str
    source: str
    key: str
    person: str
    name: str
    given: str
    family: str
    nickname: str = ""
    maiden: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    organization: str = ""
    title: str = ""
    city: str = ""
    country: str = ""
    birthday: date | None = None
    has_birth_year: bool = True
    connected_on: date | None = None
    note: str = ""
    noted_on: date | None = None
    hobby: str = ""
    spouse: str = ""
    through: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Where a passion shows: the words as written, in which file, in what form, on which day."""

    owner: str
    person: str
    passion: str
    source: str
    file: str
    form: str
    words: str
    on: date | None


@dataclass(frozen=True)
class Pair:
    """Two people of one owner's book and the evidence that they share `passion` (a word, for a decoy)."""

    owner: str
    a: str
    b: str
    passion: str
    evidence_a: Evidence
    evidence_b: Evidence


@dataclass(frozen=True)
class Topic:
    """A passion people have: its common word, its synonyms, and who holds it in town."""

    word: str
    synonyms: tuple[str, ...]
    is_rare: bool
    holders: tuple[str, ...]


@dataclass(frozen=True)
class Apart:
    """Two people a careless matcher would join: `why` is name, mailbox, phone."""

    a: str
    b: str
    why: str


@dataclass(frozen=True)
class Town:
    seed: int
    size: str
    today: date
    now: datetime
    zone: str
    people: tuple[Person, ...]
    companies: tuple[Company, ...]
    groups: tuple[Group, ...]
    owners: tuple[Owner, ...]
    ties: tuple[Tie, ...]
    talks: tuple[Talk, ...]
    invitations: tuple[Invitation, ...]
    gatherings: tuple[Gathering, ...]
    vouches: tuple[Vouch, ...]
    entries: tuple[Entry, ...]
    passions: tuple[Topic, ...]
    evidence: tuple[Evidence, ...]
    introductions: tuple[Pair, ...]
    acquainted: tuple[Pair, ...]
    decoys: tuple[Pair, ...]
    apart: tuple[Apart, ...]
    dirt: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def talks_with(self) -> dict[str, list[Talk]]:
        return by_taker(self.talks)

    @cached_property
    def gatherings_in(self) -> dict[str, list[Gathering]]:
        return by_calendar(self.gatherings)

    @cached_property
    def entries_in(self) -> dict[str, list[Entry]]:
        """The records of each file, by its path."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.file, []).append(entry)
        return found

    def owner(self, handle: str) -> Owner:
        """KeyError for a handle that nobody has."""
        return self._owners[handle]

    @cached_property
    def _owners(self) -> dict[str, Owner]:
        return {owner.handle: owner for owner in self.owners}


def dump(town: Town) -> str:
    """The whole truth as JSON text; dates in ISO 8601. The same town gives the same text."""
    return json.dumps(town, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    raise TypeError(f"not a truth: {type(value).__name__}")
