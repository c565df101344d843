"""All records of all files that are about a person: the oracle of who is who. Ann's are 690 for 412 people."""

from collections import Counter
from dataclasses import replace

from rapport.town.bonds import Bond
from rapport.town.cards import BOOKS, Clerk, likely
from rapport.town.connections import connections
from rapport.town.correspondents import attendees, correspondents
from rapport.town.history import History
from rapport.town.talks import Writer
from rapport.town.truth import Entry, Owner, Paper

# By the story, Ann's archives hold this many.
ANNS_ENTRIES = 690
# Known by a connection alone; and known by one card alone.
_CARDLESS, _ONE_CARD = "unwritten", "wish"


def entries_of(owner: Owner, bonds: list[Bond], clerk: Clerk, writer: Writer, history: History) -> list[Entry]:
    """The records of one owner's files.

    An entry is a distinct pair of file and natural key that is about one true person: a row of connections, a card or
    row of an address book, an address that mails were exchanged with in both directions, somebody whom the owner met
    by the calendar. Rows that name people in passing (requests, endorsements, notes, uploaded addresses, guests of a
    gathering that did not take place or is still to come) are none.
    """
    found = connections(owner, bonds, clerk)
    met = correspondents(owner, history.talks, writer) + attendees(owner, history.gatherings, writer)
    wanted = ANNS_ENTRIES - len(found) - len(met) if owner.handle == "ann" else None
    due, others = _candidates(owner, bonds, clerk, {entry.person for entry in found}, {entry.person for entry in met})
    return _keyed(found + _cards(clerk, due, others, wanted) + met)


def _candidates(
    owner: Owner, bonds: list[Bond], clerk: Clerk, connected: set[str], met: set[str]
) -> tuple[list[tuple[Bond, Paper]], list[tuple[Bond, Paper]]]:
    """Who must have a card in which book, and who may: everybody stands in one file that shows more than an address,
    and who is written to or met is in one of the address books as a rule."""
    books = [paper for paper in owner.papers if paper.source in BOOKS]
    due: list[tuple[Bond, Paper]] = []
    others: list[tuple[Bond, Paper]] = []
    for place, bond in enumerate(bond for bond in bonds if bond.special != _CARDLESS):
        needed = {source for source in BOOKS if (bond.owner, bond.person, source) in clerk.remarks}
        needed |= {source for source in BOOKS if (bond.person, source) in clerk.sure}
        is_due = bond.person not in connected or (bond.person in met and clerk.rng.random() < 0.9)
        if is_due and not needed:
            needed = {books[place % len(books)].source}
        for paper in (paper for paper in books if bond.special != _ONE_CARD or paper.source in needed):
            (due if paper.source in needed else others).append((bond, paper))
    return due, others


def _cards(
    clerk: Clerk, due: list[tuple[Bond, Paper]], others: list[tuple[Bond, Paper]], wanted: int | None
) -> list[Entry]:
    """The due cards, then the likeliest others: as many as `wanted`, else as chance has it."""
    rated = sorted(((likely(clerk.rng, bond), number) for number, (bond, _) in enumerate(others)), reverse=True)
    found: list[Entry] = []
    for bond, paper in due + [others[number] for rate, number in rated if wanted is not None or rate > 0.55]:
        card = clerk.card(bond, paper)
        twin = clerk.twin(card)
        found += [card, twin] if twin else [card]
        if wanted is not None and len(found) >= wanted:
            return found[:wanted]
    return found


def _keyed(entries: list[Entry]) -> list[Entry]:
    """Every entry with its natural key; the second of a key in one file gets `#2`."""
    counts: Counter[tuple[str, str]] = Counter()
    found = []
    for entry in entries:
        key = entry.key or (*(email.casefold() for email in entry.emails), *entry.phones, entry.name)[0]
        counts[entry.file, key] += 1
        number = counts[entry.file, key]
        found.append(replace(entry, key=key if number == 1 else f"{key}#{number}"))
    return found
