"""The oracle of one owner: what importing all of the owner's files must come to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from urllib.parse import unquote

from rapport.town.contact import Contact, contacts, gatherings_of, meeting_contacts, talks_of
from rapport.town.truth import Apart, Entry, Owner, Pair, Town

# A tie runs cold when this much was said and then nothing for eight months to five years.
ONCE_ACTIVE = 20
_COLD_AFTER, _COLD_UNTIL = timedelta(days=240), timedelta(days=1_830)
_LATELY = timedelta(days=90)


@dataclass(frozen=True)
class Known:
    """One true person as the owner's files know them.

    `names` are the forms seen; `identities` pairs of platform (email phone linkedin facebook) and handle; `entries`
    the (file, key) of every record that means this person; `interactions` counts by kind (message mail meeting);
    `days` are the contact days; `connected_on` the day in the newest LinkedIn file; `organization` the newest known.
    """

    person: str
    name: str
    names: tuple[str, ...]
    identities: tuple[tuple[str, str], ...]
    entries: tuple[tuple[str, str], ...]
    interactions: Mapping[str, int]
    days: tuple[date, ...]
    connected_on: date | None
    organization: str
    birthday: date | None

    @property
    def first(self) -> date | None:
        return self.days[0] if self.days else None

    @property
    def last(self) -> date | None:
        return self.days[-1] if self.days else None


@dataclass(frozen=True)
class Slice:
    """`apart` are couples of the owner's people that must not become one; `together` all couples of records, each as
    (file, key), that must; `cold` and `unwritten` are persons (once active and silent; connected lately, nothing
    said); `dirt` the planted counts per file and kind."""

    owner: str
    people: tuple[Known, ...]
    entries: tuple[Entry, ...]
    apart: tuple[Apart, ...]
    cold: tuple[str, ...]
    unwritten: tuple[str, ...]
    introductions: tuple[Pair, ...]
    acquainted: tuple[Pair, ...]
    decoys: tuple[Pair, ...]
    interactions: Mapping[str, int]
    dirt: Mapping[str, Mapping[str, int]]

    @property
    def together(self) -> list[tuple[tuple[str, str], tuple[str, str]]]:
        return [pair for known in self.people for pair in combinations(known.entries, 2)]


def truth_of(town: Town, owner: str) -> Slice:
    """What the files of `owner` (a handle) show of the truth, dirt removed; KeyError for an unknown handle."""
    who = town.owner(owner)
    entries = [entry for paper in who.papers for entry in town.entries_in.get(paper.path, ())]
    touched: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts(who, town.talks_with.get(who.person, ()), town.gatherings_in.get(owner, ())):
        touched[contact.person].append(contact)
    people = tuple(_known(town, person, found, touched[person]) for person, found in _by_person(entries).items())
    here = {known.person for known in people}
    return Slice(
        owner=owner,
        people=people,
        entries=tuple(entries),
        apart=tuple(apart for apart in town.apart if apart.a in here and apart.b in here),
        cold=tuple(known.person for known in people if _is_cold(town.today, known)),
        unwritten=tuple(known.person for known in people if _is_unwritten(town.today, known)),
        introductions=_mine(owner, town.introductions),
        acquainted=_mine(owner, town.acquainted),
        decoys=_mine(owner, town.decoys),
        interactions=_interactions(town, who),
        dirt={path: counts for path, counts in town.dirt.items() if path.startswith(f"{owner}/")},
    )


def _by_person(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.person].append(entry)
    return dict(sorted(found.items()))


def _known(town: Town, person: str, entries: list[Entry], touched: list[Contact]) -> Known:
    true = town.by_id[person]
    connected = [entry.connected_on for entry in entries if entry.connected_on]
    work = true.work_on(town.today)
    return Known(
        person=person,
        name=true.name.full,
        names=tuple(dict.fromkeys(entry.name for entry in entries)),
        identities=tuple(dict.fromkeys(one for entry in entries for one in _identities(entry))),
        entries=tuple((entry.file, entry.key) for entry in entries),
        interactions=dict(sorted(Counter(contact.kind for contact in touched).items())),
        days=tuple(sorted({contact.day for contact in touched})),
        connected_on=connected[-1] if connected else None,
        organization=work.company if work else "",
        birthday=next((entry.birthday for entry in entries if entry.birthday), None),
    )


def _identities(entry: Entry) -> list[tuple[str, str]]:
    found = [("email", email.casefold()) for email in entry.emails] + [("phone", phone) for phone in entry.phones]
    for url in entry.urls:
        platform = "facebook" if "facebook.com" in url else "linkedin"
        found.append((platform, unquote(url.rstrip("/").rpartition("/")[2]).casefold()))
    return found


def _is_cold(today: date, known: Known) -> bool:
    if known.last is None or sum(known.interactions.values()) < ONCE_ACTIVE:
        return False
    return _COLD_AFTER <= today - known.last <= _COLD_UNTIL


def _is_unwritten(today: date, known: Known) -> bool:
    return bool(known.connected_on and today - known.connected_on <= _LATELY and not known.days)


def _mine(owner: str, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if pair.owner == owner)


def _interactions(town: Town, owner: Owner) -> Mapping[str, int]:
    """Each message, mail and past meeting once, whatever the number of people in it."""
    from_talks = Counter(talk.kind for talk in talks_of(owner, town.talks_with.get(owner.person, ())))
    held = gatherings_of(owner, town.gatherings_in.get(owner.handle, ()))
    meetings = sum(bool(meeting_contacts(owner.person, one)) for one in held)
    return {**dict(sorted(from_talks.items())), "meeting": meetings}
