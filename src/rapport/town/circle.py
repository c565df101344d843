"""Whom an owner knows, and how near: the story's people first, then others by chance, the sociable ones sooner."""

from dataclasses import dataclass
from random import Random

from rapport.town.cast import OWNERS
from rapport.town.folk import Person
from rapport.town.truth import Owner

_KNOWN = {
    "ann": 412,
    "mo": 260,
    "brigid": 190,
    "priya": 170,
    "rana": 160,
    "oystein": 120,
    "john": 110,
    "zhanna": 110,
    "meiling": 110,
    "sal": 100,
    "bo": 90,
    "cy": 7,
}
_FULL = {"ann", "mo", "brigid", "priya", "rana"}
_NEAR = {
    "ann": {
        5: ("bo", "mo", "priya", "tunde", "grace", "meiling"),
        15: ("rana", "oystein", "brigid", "ines"),
        50: ("john", "nadia", "lars"),
        150: ("johnsr", "harriet", "callum", "laura", "pete", "leon", "zara", "alex1", "alex2"),
        500: ("sal", "david1", "david2", "maria1", "maria2", "wei1", "wei2", "zhanna"),
    },
    "mo": {
        5: ("ann", "priya"),
        15: ("rana", "ines", "hamish"),
        50: ("zara", "leon", "lars", "tunde", "grace"),
        150: ("harriet", "callum", "laura", "pete", "david1", "david2", "maria1", "maria2", "john", "johnsr"),
    },
    "bo": {5: ("ann",), 15: ("john", "johnsr", "tunde", "grace")},
    "brigid": {15: ("ann", "mo", "priya"), 150: ("maria1", "maria2", "wei1", "wei2")},
    "john": {5: ("johnsr",), 15: ("bo", "ann")},
    "rana": {5: ("nadia",), 15: ("ann", "mo")},
}
_SPECIAL = {("ann", "meiling"): "silent", ("ann", "sal"): "unwritten", ("ann", "zhanna"): "wish"}
# Who has never met whom, although all of them are about town.
_STRANGERS = {("ann", "cy"), ("ann", "dee"), ("ann", "hamish"), ("bo", "brigid"), ("brigid", "bo")}
_LATELY = 5


@dataclass(frozen=True)
class Place:
    """Somebody's place in an owner's circle: the layer planned, and the part in the story if there is one."""

    person: str
    layer: int
    special: str = ""


def circle(rng: Random, owner: Owner, people: dict[str, tuple[Person, float]]) -> list[Place]:
    """The people of one owner, nearest first; `people` come with their popularity."""
    if owner.handle == "cy":
        far = [person.id for person, _ in people.values() if person.home == "leeds" and person.id.startswith("p-")]
        return [Place(person, 500) for person in far[: _KNOWN["cy"]]]
    planned = [
        Place(person, layer, _SPECIAL.get((owner.handle, person), ""))
        for layer, persons in _NEAR.get(owner.handle, {}).items()
        for person in persons
    ]
    named = {place.person for place in planned} | {owner.person}
    planned += [Place(person, 50) for person in _fellow_owners(owner) if person not in named]
    named |= {place.person for place in planned}
    wanted = _KNOWN.get(owner.handle, 70) - len(planned)
    strangers = _by_chance(rng, [one for one in people.values() if _may_know(owner, one[0], named)], wanted)
    return planned + _layered(rng, owner, planned, strangers)


def _fellow_owners(owner: Owner) -> list[str]:
    if owner.handle not in OWNERS:
        return []
    return [handle for handle in OWNERS if handle != "cy" and _is_met(owner.handle, handle)]


def _is_met(one: str, other: str) -> bool:
    pair = {one, other}
    return (one, other) not in _STRANGERS and pair not in ({"ann", "zhanna"}, {"ann", "sal"})


def _may_know(owner: Owner, person: Person, named: set[str]) -> bool:
    if person.id in named or person.id in ("cy", "dee") or (owner.handle, person.id) in _STRANGERS:
        return False
    return person.id not in OWNERS


def _by_chance(rng: Random, people: list[tuple[Person, float]], count: int) -> list[str]:
    """Weighted, without putting back."""
    drawn = [(rng.random() ** (1 / popularity), person.id) for person, popularity in people]
    return [person for _, person in sorted(drawn, reverse=True)[:count]]


def _layered(rng: Random, owner: Owner, planned: list[Place], others: list[str]) -> list[Place]:
    counts = {5: 5, 15: 10, 50: 35, 100: 100} if owner.handle in _FULL else {5: 3, 15: 8, 50: 20, 100: 35}
    rng.shuffle(others)
    places: list[Place] = []
    for size, layer in zip(counts, (5, 15, 50, 150), strict=True):
        room = counts[size] - sum(place.layer == layer and not place.special for place in planned)
        places += [Place(person, layer) for person in others[len(places) : len(places) + max(0, room)]]
    lately = _LATELY if owner.handle == "ann" else 0
    rest = others[len(places) :]
    places += [Place(person, 500, "lately") for person in rest[:lately]]
    return places + [Place(person, 500) for person in rest[lately:]]
