"""Requests to connect and praise on LinkedIn: who asked whom, who never answered, who vouches for whose skill."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import TODAY, at_work, day_between
from rapport.town.doings import Invitation, Vouch
from rapport.town.folk import Person
from rapport.town.places import places
from rapport.town.sentences import called, say
from rapport.town.truth import Owner
from rapport.town.words import lines

# LinkedIn keeps requests of the last years only.
_KEPT = timedelta(days=1_450)
_ASKS_IN_VAIN = {"mo": 9, "brigid": 6}
PRICING = "Pricing Strategy"


def make_invitations(
    rng: Random,
    owners: tuple[Owner, ...],
    bonds: list[Bond],
    people: dict[str, Person],
    requests: Mapping[tuple[str, str], str],
) -> tuple[Invitation, ...]:
    """Requests behind the connections of the last years, 0 to 40 days before them, and some in vain."""
    newest = {owner.person: _newest(owner) for owner in owners}
    found: dict[frozenset[str], Invitation] = {}
    for bond in bonds:
        taken = newest.get(bond.owner)
        pair = frozenset((bond.owner, bond.person))
        if taken and bond.connected_on and taken - _KEPT < bond.connected_on <= taken and pair not in found:
            found[pair] = _accepted(rng, bond, people, requests)
    vain = [invitation for owner in owners for invitation in _in_vain(rng, owner, bonds, people)]
    return (*found.values(), *vain)


def _newest(owner: Owner) -> date | None:
    return max((paper.taken for paper in owner.papers if paper.source == "linkedin"), default=None)


def _accepted(
    rng: Random, bond: Bond, people: dict[str, Person], requests: Mapping[tuple[str, str], str]
) -> Invitation:
    connected = bond.connected_on or TODAY
    is_theirs = (bond.person, bond.owner) in requests or bond.special == "unwritten" or rng.random() < 0.5
    sender, receiver = (bond.person, bond.owner) if is_theirs else (bond.owner, bond.person)
    waited = 2 if bond.special else rng.choice((0, 0, 0, 1, 2, 5, 12, 40))
    text = requests.get((sender, receiver), "")
    if not text and bond.special != "unwritten" and rng.random() < 0.3:
        text = say(rng, "hello", "en", called(people[receiver]))
    return Invitation(sender, receiver, at_work(rng, connected - timedelta(days=waited)), text, True)


def _in_vain(rng: Random, owner: Owner, bonds: list[Bond], people: dict[str, Person]) -> list[Invitation]:
    wanted = _ASKS_IN_VAIN.get(owner.handle, 0)
    newest = min((paper.taken for paper in owner.papers if paper.source == "linkedin"), default=TODAY)
    open_ = [
        bond.person
        for bond in bonds
        if bond.owner == owner.person and not bond.connected_on and people[bond.person].handle_on("linkedin")
    ]
    return [
        Invitation(owner.person, person, at_work(rng, day_between(rng, newest - _KEPT, newest)), "", False)
        for person in rng.sample(open_, min(wanted, len(open_)))
    ]


def make_vouches(rng: Random, owners: tuple[Owner, ...], bonds: list[Bond], people: dict[str, Person]) -> list[Vouch]:
    """Endorsements in both directions and a few written recommendations, all by connections, some time after."""
    found = []
    for owner in owners:
        taken = _newest(owner)
        near = [bond for bond in bonds if taken and bond.owner == owner.person and _is_long(bond, taken)]
        if not taken or len(near) < 20:
            continue
        if owner.handle == "ann":
            found += _for_pricing(rng, near, people, taken)
        found += [_vouch(rng, bond, taken, bool(turn % 2)) for turn, bond in enumerate(rng.sample(near, 20))]
        chosen = rng.sample([bond for bond in near if bond.layer <= 150], 5)
        found += [_praise(rng, bond, taken, bool(turn % 2)) for turn, bond in enumerate(chosen)]
    return found


def _is_long(bond: Bond, taken: date) -> bool:
    return bool(bond.connected_on and bond.connected_on < taken - timedelta(days=200) and not bond.special)


def _for_pricing(rng: Random, near: list[Bond], people: dict[str, Person], taken: date) -> list[Vouch]:
    """Eleven vouch for Ann's pricing advice, four of them from abroad."""
    abroad = [bond for bond in near if places()[people[bond.person].home].country != "United Kingdom"]
    local = [bond for bond in near if bond not in abroad]
    chosen = rng.sample(abroad, 4) + rng.sample(local, 7)
    return [Vouch(bond.person, bond.owner, PRICING, _moment(rng, bond, taken)) for bond in chosen]


def _vouch(rng: Random, bond: Bond, taken: date, is_given: bool) -> Vouch:
    by, to = (bond.owner, bond.person) if is_given else (bond.person, bond.owner)
    return Vouch(by, to, rng.choice(lines("skills.txt")), _moment(rng, bond, taken))


def _praise(rng: Random, bond: Bond, taken: date, is_given: bool) -> Vouch:
    by, to = (bond.owner, bond.person) if is_given else (bond.person, bond.owner)
    return Vouch(by, to, "", _moment(rng, bond, taken), rng.choice(lines("praise.txt")))


def _moment(rng: Random, bond: Bond, taken: date) -> datetime:
    first = (bond.connected_on or taken) + timedelta(days=30)
    return at_work(rng, day_between(rng, min(first, taken), taken - timedelta(days=100)))
