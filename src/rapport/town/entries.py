"""All records of all files that are about a person: the oracle of who is who. Ann's are 690 for 412 people."""

from collections import Counter
from dataclasses import dataclass, field, replace

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
    choice = _choice(owner, bonds, clerk, {entry.person for entry in found}, {entry.person for entry in met})
    return _keyed(found + _cards(clerk, choice, wanted) + met)


@dataclass
class _Choice:
    """The cards there may be: those that must be, those that are as a rule, the others."""

    due: list[tuple[Bond, Paper]] = field(default_factory=list)
    usual: list[tuple[Bond, Paper]] = field(default_factory=list)
    others: list[tuple[Bond, Paper]] = field(default_factory=list)


def _choice(owner: Owner, bonds: list[Bond], clerk: Clerk, connected: set[str], met: set[str]) -> _Choice:
    """Everybody stands in one file that shows more than an address; who is written to or met has a card as a rule."""
    books = [paper for paper in owner.papers if paper.source in BOOKS]
    choice = _Choice()
    for place, bond in enumerate(bond for bond in bonds if bond.special != _CARDLESS):
        needed = {source for source in BOOKS if (bond.owner, bond.person, source) in clerk.remarks}
        needed |= {source for source in BOOKS if (bond.person, source) in clerk.sure}
        first = books[place % len(books)].source
        if bond.person not in connected and not needed:
            needed = {first}
        is_usual = not needed and bond.person in met and clerk.rng.random() < 0.9
        for paper in (paper for paper in books if bond.special != _ONE_CARD or paper.source in needed):
            is_first = is_usual and paper.source == first
            pile = choice.due if paper.source in needed else choice.usual if is_first else choice.others
            pile.append((bond, paper))
    return choice


def _cards(clerk: Clerk, choice: _Choice, wanted: int | None) -> list[Entry]:
    """The due cards, then the likeliest others: as many as `wanted`, else as chance has it."""
    rated = sorted(((likely(clerk.rng, bond), turn) for turn, (bond, _) in enumerate(choice.others)), reverse=True)
    rest = choice.usual + [choice.others[turn] for rate, turn in rated if wanted is not None or rate > 0.55]
    found: list[Entry] = []
    for turn, (bond, paper) in enumerate(choice.due + rest):
        room = None if wanted is None else wanted - len(found) - max(0, len(choice.due) - turn)
        if room is not None and room <= 0 and turn >= len(choice.due):
            break
        card = clerk.card(bond, paper)
        twin = clerk.twin(card) if room is None or room > 1 else None
        found += [card, twin] if twin else [card]
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
