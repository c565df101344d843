"""Who knows whom in town: small worlds inside groups, bridges between them, and all the owners' bonds."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import TODAY, day_between
from rapport.town.folk import Group, Person, Tie

_REWIRED = 0.1
_EACH_SIDE = 18
_HOWS = ("event", "event", "event", "introduction", "online", "school")


def couple(a: str, b: str) -> tuple[str, str]:
    """The two in the order in which a tie names them."""
    return (a, b) if a < b else (b, a)


def make_ties(
    rng: Random,
    people: list[Person],
    groups: tuple[Group, ...],
    bonds: Iterable[Bond],
    friends: Iterable[tuple[str, str]],
    strangers: set[tuple[str, str]],
    closed: set[str],
) -> tuple[Tie, ...]:
    """All ties: the bonds and `friends`, then what chance brings, but not between `strangers` nor to anybody in
    `closed`."""
    found = {couple(bond.person, bond.owner): _from_bond(bond) for bond in bonds}
    found |= {pair: _tie(rng, *pair, how="event") for pair in friends if pair not in found}
    met = [pair for group in groups for pair in _small_world(rng, [member.person for member in group.members])]
    for pair in met + _bridges(rng, people, count=len(people) * 3):
        if pair not in found and pair not in strangers and closed.isdisjoint(pair):
            found[pair] = _tie(rng, *pair, how=rng.choice(_HOWS))
    return tuple(found[pair] for pair in sorted(found))


def _from_bond(bond: Bond) -> Tie:
    a, b = couple(bond.person, bond.owner)
    platforms = (*(("linkedin",) if bond.connected_on else ()), *sorted(bond.channels))
    return Tie(a, b, bond.how, bond.met_on, tuple(dict.fromkeys(platforms)), bond.through, bond.connected_on)


def _small_world(rng: Random, members: list[str]) -> list[tuple[str, str]]:
    """Watts and Strogatz: a ring with some neighbours on each side, a tenth of them swapped for anybody."""
    order = list(dict.fromkeys(members))
    rng.shuffle(order)
    pairs = []
    for place, person in enumerate(order):
        for step in range(1, min(_EACH_SIDE, (len(order) - 1) // 2) + 1):
            other = order[(place + step) % len(order)]
            if rng.random() < _REWIRED:
                other = rng.choice(order)
            if other != person:
                pairs.append(couple(person, other))
    return pairs


def _bridges(rng: Random, people: list[Person], count: int) -> list[tuple[str, str]]:
    """Ties across groups; sociable people have more of them."""
    keys = [person.id for person in people if person.id.startswith("p-")]
    weights = [0.1 + person.sociability for person in people if person.id.startswith("p-")]
    ones, others = rng.choices(keys, weights, k=count), rng.choices(keys, weights, k=count)
    return [couple(one, other) for one, other in zip(ones, others, strict=True) if one != other]


def _tie(rng: Random, a: str, b: str, how: str) -> Tie:
    met_on = day_between(rng, date(2008, 9, 1), TODAY - timedelta(days=60))
    return Tie(a, b, how, met_on, ("linkedin",) if rng.random() < 0.5 else ())
