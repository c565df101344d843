"""Who is who by name: LinkedIn writes many rows without a profile link, and every link in its newer files."""

from collections.abc import Iterator
from typing import NamedTuple

from unidecode import unidecode

from rapport.formats.handles import linkedin_slug
from rapport.readers.sources.linkedin.page import Page

MOST_NAMES = 100_000  # LinkedIn itself stops at 30,000 connections; beyond this, rows without link stay apart
_MOST_NAMESAKES = 50


class Entry(NamedTuple):
    """One connection as the list has it: link (or empty), the day of connecting as written, the company, folded."""

    slug: str
    day: str
    company: str


class Roster:
    """The connections by folded name, and the one profile each other name is known to write from."""

    def __init__(self) -> None:
        self.newest = ""  # the latest day of connecting, ISO: about when the archive was made
        self._entries: dict[str, list[Entry]] = {}
        self._senders: dict[str, str] = {}
        self._accented: dict[str, str] = {}

    def learn_connections(self, page: Page) -> None:
        """Read the list of connections beforehand."""
        name, family, url, company = (page.place(word) for word in ("first name", "last name", "url", "company"))
        for row in page.glance():
            when, _ = page.dates.read(row.cells[page.dated_at])
            day = when.text[:10] if when else ""
            self.newest = max(self.newest, day)
            slug = linkedin_slug(row.cells[url])
            if not slug.isascii():
                self._accented[unidecode(slug)] = slug
            if folded := fold(f"{row.cells[name]} {row.cells[family]}"):
                entry = Entry(slug, day, fold(row.cells[company]))
                self._learn(folded, entry)

    def learn_senders(self, senders: dict[str, str]) -> None:
        """Profiles by the name that writes from them; an empty one where several do."""
        self._senders = senders

    def key(self, name: str, company: str = "") -> str:
        """The key of the person of that name: the connection, the one at `company` where several share the name,
        else the profile that writes under it, else the name itself."""
        folded = fold(name)
        entries = self._entries.get(folded, ())
        if len(entries) > 1 and company:
            entries = [entry for entry in entries if entry.company == fold(company)]
        if len(entries) == 1:
            return self._key_of(folded, entries[0])
        slug = "" if self._entries.get(folded) else self._senders.get(folded, "")
        return slug_key(slug) if slug else f"name:{folded}"

    def own_slug(self, slug: str, name: str) -> str:
        """The link as the list of connections has it, where another file writes the same one without accents."""
        accented = self._accented.get(slug, "")
        is_same = any(entry.slug == accented for entry in self._entries.get(fold(name), ())) if accented else False
        return accented if is_same else slug

    def row_key(self, name: str, entry: Entry) -> str:
        """The key of a row of the list: its link, else its name, the day and its place among namesakes of that day."""
        return slug_key(entry.slug) if entry.slug else self._key_of(fold(name), entry)

    def name_key(self, name: str, entry: Entry) -> str:
        """How an archive without links knows the row: by name, day and place among namesakes of that day."""
        folded = fold(name)
        return f"name:{folded}|{entry.day}|{self._ordinal(folded, entry)}"

    def tie_key(self, name: str, entry: Entry) -> str:
        """The key of the act of connecting, the same whether or not the archive of that year had links."""
        return f"connection:{fold(name)}|{entry.day}|{self._ordinal(fold(name), entry)}"

    def has(self, name: str) -> bool:
        folded = fold(name)
        return folded in self._entries or folded in self._senders

    def works_at(self, name: str, company: str) -> bool:
        """Whether just one connection of that name is at that company."""
        entries = self._entries.get(fold(name), ())
        return sum(entry.company == fold(company) for entry in entries) == 1

    def named_first(self, text: str) -> str:
        """The key of the one connection whose full name `text` opens with, or empty."""
        words = text[:200].split()[:4]
        for count in range(len(words), 1, -1):
            folded = fold(" ".join(words[:count]).rstrip(",.:!"))
            entries = self._entries.get(folded, ())
            if len(entries) == 1:
                return self._key_of(folded, entries[0])
        return ""

    def split(self, joined: str) -> list[str]:
        """The names in `joined`, which holds them with ", " between although names hold that too ("Haddad, MBA").

        It is cut only into names that are known; what lies between two of these stays one name.
        """
        pieces = joined.split(", ")
        if len(pieces) == 1 or len(pieces) > 1000:
            return [joined] if joined else []
        names: list[str] = []
        unknown: list[str] = []
        place = 0
        while place < len(pieces):
            known = next(self._known_at(pieces, place), 0)
            if known and unknown:
                names.append(", ".join(unknown))
                unknown = []
            if known:
                names.append(", ".join(pieces[place : place + known]))
            else:
                unknown.append(pieces[place])
            place += known or 1
        return names + ([", ".join(unknown)] if unknown else [])

    def _known_at(self, pieces: list[str], place: int) -> Iterator[int]:
        return (length for length in (4, 3, 2, 1) if self.has(", ".join(pieces[place : place + length])))

    def _learn(self, folded: str, entry: Entry) -> None:
        entries = self._entries.get(folded)
        if entries is not None:
            if entry not in entries and len(entries) < _MOST_NAMESAKES:
                entries.append(entry)
        elif len(self._entries) < MOST_NAMES:
            self._entries[folded] = [entry]

    def _key_of(self, folded: str, entry: Entry) -> str:
        if entry.slug:
            return slug_key(entry.slug)
        if len(self._entries.get(folded, ())) == 1 and (slug := self._senders.get(folded)):
            return slug_key(slug)
        return f"name:{folded}|{entry.day}|{self._ordinal(folded, entry)}"

    def _ordinal(self, folded: str, entry: Entry) -> int:
        that_day = [other for other in self._entries.get(folded, ()) if other.day == entry.day]
        return that_day.index(entry) + 1 if entry in that_day else 1


def fold(name: str) -> str:
    return " ".join(name.casefold().split())


def slug_of(key: str) -> str:
    """The profile link that a key stands for, or empty."""
    return key.removeprefix("linkedin:") if key.startswith("linkedin:") else ""


def slug_key(slug: str) -> str:
    return f"linkedin:{slug}"
