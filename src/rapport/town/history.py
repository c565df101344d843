"""What the owners and their people did over the years: talks and meetings on the days on which they were in touch."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import chance, pick
from rapport.town.doings import Gathering, Talk
from rapport.town.folk import Group
from rapport.town.gatherings import Diary, evenings, group_events, listings
from rapport.town.owners import channels_of
from rapport.town.rhythm import contact_days
from rapport.town.talks import Writer
from rapport.town.truth import Owner

_POOL = 32


@dataclass
class History:
    talks: list[Talk] = field(default_factory=list)
    gatherings: list[Gathering] = field(default_factory=list)


def live(seed: int, owners: tuple[Owner, ...], bonds: list[Bond], writer: Writer, diary: Diary) -> History:
    """Every bond's talks and one-to-ones; a bond between two owners is lived once."""
    history = History()
    by_person = {owner.person: owner for owner in owners}
    lived: set[frozenset[str]] = set()
    for bond in bonds:
        pair = frozenset((bond.owner, bond.person))
        if pair in lived:
            continue
        lived.add(pair)
        sides = [by_person[person] for person in (bond.owner, bond.person) if person in by_person]
        _live_bond(chance(seed, "life", bond.owner, bond.person), bond, sides, writer, diary, history)
    return history


def _live_bond(rng: Random, bond: Bond, sides: list[Owner], writer: Writer, diary: Diary, history: History) -> None:
    """`sides` are the owners of the two, the bond's own first."""
    until = channels_of(sides[0])
    calendars = tuple(side.handle for side in sides if "meeting" in channels_of(side))
    has_address = bool(writer.addresses(bond.person))
    for day in contact_days(rng, bond):
        ways = [way for way in bond.channels if _is_open(bond, way, day, until) and (has_address or way == "linkedin")]
        if not ways:
            continue
        way = pick(rng, ways, [bond.channels[way] for way in ways])
        if way == "meeting":
            history.gatherings.append(diary.one_to_one(rng, bond, day, calendars))
        else:
            history.talks += writer.conversation(rng, bond, way, day)


def _is_open(bond: Bond, way: str, day: date, until: dict[str, date]) -> bool:
    if way == "linkedin" and (bond.connected_on is None or day < bond.connected_on):
        return False
    return day <= until[way]


def gather(
    rng: Random,
    diary: Diary,
    owners: tuple[Owner, ...],
    groups: tuple[Group, ...],
    count: int,
    bonds: list[Bond],
    writer: Writer,
) -> list[Gathering]:
    """`count` group events, Facebook evenings and listings; the guests are people of `bonds`."""
    free = [bond for bond in bonds if not bond.special and bond.person.startswith("p-")]
    pools = {owner.handle: _pool(owner, free, writer) for owner in owners if "meeting" in channels_of(owner)}
    made = group_events(rng, diary, groups, count, pools)
    for owner in owners:
        for paper in owner.papers:
            if paper.shape == "facebook":
                pool = [bond.person for bond in free if bond.owner == owner.person and _is_guest(writer, bond)]
                made += evenings(rng, diary, owner.handle, pool[:14], 3, paper.taken)
            elif paper.shape in ("meetup", "luma"):
                made += listings(rng, diary, owner.handle, paper.shape, 6)
    return made


def _pool(owner: Owner, bonds: list[Bond], writer: Writer) -> list[str]:
    """People whom the owner's calendar may show together: near enough, and with an address of their own."""
    near = [bond for bond in bonds if bond.owner == owner.person and 15 <= bond.layer <= 150]
    return [bond.person for bond in near if writer.addresses(bond.person)][:_POOL]


def _is_guest(writer: Writer, bond: Bond) -> bool:
    return bond.layer <= 150 and writer.people[bond.person].handle_on("facebook") is not None
