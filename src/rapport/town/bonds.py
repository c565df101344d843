"""What one owner has with one person: how close, since when, by which ways, and whether it has gone quiet."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from rapport.town.cast import NAMESAKES, OWNERS
from rapport.town.chance import TODAY, chance, day_between
from rapport.town.circle import Place, circle
from rapport.town.folk import Group, Person
from rapport.town.owners import NO_PROFILES, channels_of
from rapport.town.people import popularities
from rapport.town.truth import Owner

# Mean days between contacts while a tie is alive, and the years of it that the archives hold, per layer.
_GAPS = {5: (5.5, 8.5), 15: (14, 21), 50: (40, 70), 150: (110, 270)}
_YEARS = {5: 3.2, 15: 3.4, 50: 4.2, 150: 6.0}
# The story's own histories: met, first and last day in the files, mean gap in days.
_STORY = {
    ("ann", "bo"): (date(2014, 9, 16), date(2022, 6, 1), TODAY, 5.2),
    ("ann", "brigid"): (date(2019, 3, 5), date(2023, 2, 1), TODAY, 9.0),
    ("ann", "meiling"): (date(2021, 5, 4), date(2023, 9, 4), date(2026, 6, 16), 5.4),
}
_QUIET_SINCE = date(2026, 8, 10)
_COLD_SHARE = 0.18


@dataclass
class Bond:
    """`layer` is 5, 15, 50, 150 or 500 as planned; `gap` the mean days between contacts from `begin` to `end`.
    `channels` weighs the ways they talk. `special` is a part in the story: silent, unwritten, wish, lately."""

    owner: str
    person: str
    layer: int
    how: str
    met_on: date
    begin: date
    end: date
    gap: float = 0.0
    group: str = ""
    through: str = ""
    connected_on: date | None = None
    is_one_sided: bool = False
    special: str = ""
    channels: dict[str, float] = field(default_factory=dict)


def make_bonds(seed: int, owners: tuple[Owner, ...], people: list[Person], groups: tuple[Group, ...]) -> list[Bond]:
    """All bonds of all owners; two owners who know each other have the same history from both sides."""
    by_id = {person.id: person for person in people}
    circles: dict[str, list[str]] = {}
    for group in groups:
        for member in group.members:
            circles.setdefault(member.person, []).append(group.name)
    known = popularities(chance(seed, "popularity"), people)
    bonds: dict[tuple[str, str], Bond] = {}
    for owner in owners:
        rng = chance(seed, "bonds", owner.handle)
        mine = []
        for place in circle(rng, owner, known):
            mirror = bonds.get((place.person, owner.person))
            person = by_id[place.person]
            bond = _mirrored(mirror) if mirror else _bond(rng, owner, person, place, circles.get(person.id, []))
            bonds[owner.person, place.person] = bond
            mine.append(bond)
        _cool(rng, mine, channels_of(owner))
    return list(bonds.values())


def _mirrored(bond: Bond) -> Bond:
    return Bond(
        **{**vars(bond), "owner": bond.person, "person": bond.owner, "through": "", "channels": dict(bond.channels)}
    )


def _bond(rng: Random, owner: Owner, person: Person, place: Place, circles: list[str]) -> Bond:
    until = channels_of(owner)
    horizon = min(TODAY, max(until.values(), default=TODAY))
    met_on, begin = _begin(rng, place, horizon)
    how, group, through = _how(rng, circles)
    bond = Bond(owner.person, person.id, place.layer, how, met_on, begin, horizon, 0.0, group, through)
    bond.special = place.special
    bond.connected_on = _connected(rng, owner, person, place, met_on)
    bond.gap = _gap(rng, owner, place.layer)
    if (owner.handle, person.id) in _STORY:
        bond.met_on, bond.begin, bond.end, bond.gap = _STORY[owner.handle, person.id]
        bond.connected_on = bond.connected_on and bond.met_on
    bond.is_one_sided = place.layer >= 150 and rng.random() < 0.1 and "linkedin" in until
    bond.channels = _channels(rng, bond, person, set(until))
    return bond


def _begin(rng: Random, place: Place, horizon: date) -> tuple[date, date]:
    """The day they met and the first day of the history in the files; close ties are older ones."""
    latest = horizon - timedelta(days=500 if place.layer <= 50 else 110)
    if place.special == "lately":
        met_on = day_between(rng, TODAY - timedelta(days=44), TODAY - timedelta(days=9))
        return met_on, met_on
    met_on = day_between(rng, date(2008, 10, 1), min(latest, _QUIET_SINCE - timedelta(days=40)))
    years = _YEARS.get(place.layer, 8.0)
    return met_on, max(met_on, horizon - timedelta(days=round(365 * years)))


def _gap(rng: Random, owner: Owner, layer: int) -> float:
    low, high = _GAPS.get(layer, (0, 0))
    return rng.uniform(low, high) * (1.0 if owner.handle == "ann" else 2.4)


def _how(rng: Random, circles: list[str]) -> tuple[str, str, str]:
    """How they met: the kind, the group's name if it was there, the cast member who introduced them if somebody did."""
    roll = rng.random()
    if circles and roll < 0.6:
        return "event", rng.choice(circles), ""
    if roll < 0.8:
        return "introduction", "", rng.choice(("mo", "grace", "tunde", "priya"))
    return ("online" if roll < 0.94 else "school"), "", ""


def _connected(rng: Random, owner: Owner, person: Person, place: Place, met_on: date) -> date | None:
    """The day the two connected on LinkedIn, if both are there."""
    taken = [] if _is_confusing(owner, person) else _downloads(owner)
    if not taken or not person.handle_on("linkedin") or place.special in ("wish", "unwritten"):
        return date(2026, 11, 13) if place.special == "unwritten" else None
    if place.special == "lately":
        return met_on + timedelta(days=rng.randrange(0, 3))
    is_certain = place.layer <= 15 or place.person in OWNERS
    day = met_on + timedelta(days=rng.choice((0, 0, 1, 1, 2, 5, 12, 30)))
    return day if (is_certain or rng.random() < 0.78) and day <= max(taken) else None


def _is_confusing(owner: Owner, person: Person) -> bool:
    """Downloads that name no profile cannot tell namesakes apart: there only one of two is connected, and nobody
    who is called like the owner."""
    shapes = {paper.shape for paper in owner.papers if paper.source == "linkedin"}
    return bool(shapes & NO_PROFILES) and person.id in {second for _, second in NAMESAKES}


def _downloads(owner: Owner) -> list[date]:
    return [paper.taken for paper in owner.papers if paper.source == "linkedin"]


def _channels(rng: Random, bond: Bond, person: Person, available: set[str]) -> dict[str, float]:
    """Close ties talk by all ways there are, distant ones by one of them."""
    if bond.special in ("wish", "unwritten"):
        return {}
    ways = sorted(available)
    if bond.connected_on is None and "linkedin" in ways:
        ways.remove("linkedin")
    if "meeting" in ways and (person.home != "amaranth" or (bond.layer > 50 and rng.random() < 0.75)):
        ways.remove("meeting")
    is_seldom = bond.layer >= 150 and rng.random() < 0.8
    if (bond.is_one_sided or bond.special == "lately" or is_seldom) and "linkedin" in ways:
        return {"linkedin": 1.0}
    if bond.layer == 500 and rng.random() < 0.7:
        return {}
    most = 3 if bond.layer <= 15 else 2 if bond.layer == 50 else 1
    chosen = rng.sample(ways, min(most, len(ways)))
    return {way: round(rng.uniform(0.4, 1.0) * (0.5 if way == "meeting" else 1.0), 3) for way in sorted(chosen)}


def _cool(rng: Random, bonds: list[Bond], until: dict[str, date]) -> None:
    """Turn some distant bonds into once-active ones that stopped 8 to 60 months before the archives end."""
    active = [bond for bond in bonds if bond.layer <= 50 and bond.channels]
    distant = [bond for bond in bonds if bond.layer == 500 and bond.channels and not bond.special]
    wanted = round(len(active) * _COLD_SHARE / (1 - _COLD_SHARE))
    for bond in rng.sample(distant, min(wanted, len(distant))):
        last = min(TODAY, max(until.values()))
        bond.end = last - timedelta(days=rng.randrange(250, 1_500))
        bond.met_on = min(bond.met_on, bond.end - timedelta(days=700))
        bond.begin = max(bond.met_on, bond.end - timedelta(days=rng.randrange(500, 900)))
        bond.connected_on = min(bond.connected_on, bond.met_on) if bond.connected_on else None
        bond.gap = rng.uniform(14, 24)
        bond.is_one_sided = False
