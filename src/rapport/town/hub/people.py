"""Who of the town has an account: the cast, who vouches for Ann, and people of the groups, many strangers to Ann."""

from datetime import date, datetime, timedelta
from random import Random

from rapport.town.addresses import plain
from rapport.town.asking import PRICING
from rapport.town.chance import TODAY, day_between, local
from rapport.town.folk import Person
from rapport.town.hub.shapes import Joiner
from rapport.town.places import places
from rapport.town.truth import Town
from rapport.town.words import rows

OPENED = date(2024, 2, 5)
FROM_AFAR = ("dee", "lars")  # of the cast, besides those who live in town
STRANGERS, KNOWN = 80, 95
HANDLES = {
    "johnsr": "john_sr",
    "alex1": "alexkim",
    "alex2": "alexkim_nurse",
    "david2": "djones",
    "maria1": "mariagarcia",
    "wei2": "weichen",
    "wei1": "weichen_data",
    "david1": "davidjones",
    "maria2": "mgarcia",
}
_FIRST = {
    "mo": date(2024, 2, 5),
    "priya": date(2024, 2, 6),
    "grace": date(2024, 2, 7),
    "ann": date(2024, 2, 8),
    "rana": date(2024, 2, 9),
    "tunde": date(2024, 2, 12),
    "bo": date(2024, 2, 26),
    "dee": date(2026, 3, 3),
    "sal": date(2024, 3, 1),
    "zhanna": date(2025, 9, 8),
    "cy": date(2026, 11, 12),
}


def joiners(rng: Random, town: Town) -> tuple[Joiner, ...]:
    """In the order in which they came in."""
    chosen = [*_cast(town), *_others(rng, town)]
    taken: set[str] = set()
    found = [_joiner(rng, town, person, taken) for person in chosen]
    return tuple(sorted(found, key=lambda one: (one.at, one.handle)))


def vouching(town: Town) -> list[str]:
    """Who vouches for Ann's pricing advice, the earliest first."""
    said = [vouch for vouch in town.vouches if vouch.to == "ann" and vouch.skill == PRICING]
    return [vouch.by for vouch in sorted(said, key=lambda vouch: vouch.at)]


def strangers_to_ann(town: Town) -> set[str]:
    """Who stands in none of her archives."""
    return {person.id for person in town.people} - {entry.person for entry in town.entries if entry.owner == "ann"}


def _cast(town: Town) -> list[Person]:
    named = [person for person in town.people if not person.id.startswith("p-")]
    sure = {*FROM_AFAR, *vouching(town)}
    return [person for person in named if person.home == "amaranth" or person.id in sure]


def _others(rng: Random, town: Town) -> list[Person]:
    strange = strangers_to_ann(town)
    named = {row[0] for row in rows("hub/groups.tsv")}
    groups = [group for group in town.groups if group.id in named]
    newest = {member.person for group in groups for member in group.members if (TODAY - member.since).days < 30}
    sure = {*vouching(town), *newest}
    belong = {one.person for group in groups for one in group.members if one.until is None}
    local = [person for person in town.people if person.home == "amaranth" and person.id in belong - sure]
    local = [person for person in local if person.id.startswith("p-")]
    new = [person for person in local if person.id in strange]
    known = [person for person in local if person.id not in strange]
    chosen = rng.sample(new, min(STRANGERS, len(new))) + rng.sample(known, min(KNOWN, len(known)))
    certain = [person for person in town.people if person.id in sure and person.id.startswith("p-")]
    return [*certain, *sorted(chosen, key=lambda person: person.id)]


def _joiner(rng: Random, town: Town, person: Person, taken: set[str]) -> Joiner:
    handle = HANDLES.get(person.id, person.id) if not person.id.startswith("p-") else _handle(person, taken)
    taken.add(handle)
    return Joiner(handle, person.id, person.name.full, places()[person.home].zone, _came_in(rng, person.id))


def _came_in(rng: Random, person: str) -> datetime:
    last = TODAY - timedelta(days=9)
    day = _FIRST.get(person) or day_between(rng, OPENED + timedelta(days=7), last)
    if not person.startswith("p-") and person not in _FIRST:
        day = OPENED + timedelta(days=7 + (day - OPENED).days // 6)
    return local(day, rng.randrange(8, 21), rng.randrange(60))


def _handle(person: Person, taken: set[str]) -> str:
    given, family = plain(person.name.given), plain(person.name.family)
    stem = "_".join(part for part in (given, family) if part)[:26] or "member"
    stem = stem if len(stem) > 1 else f"{stem}_"
    return next(one for one in (stem, *(f"{stem}{number}" for number in range(2, 99))) if one not in taken)
