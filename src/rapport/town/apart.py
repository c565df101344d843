"""Numbers that passed from one person to another: a card of long ago shows what is somebody else's telephone now."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from rapport.town.bonds import Bond
from rapport.town.cards import BOOKS
from rapport.town.folk import Person
from rapport.town.truth import Apart, Owner

_WHOSE = ("ann", "ann", "mo")


@dataclass(frozen=True)
class Reuse:
    """In `owner`'s books the card of `old` shows the number that is now `new`'s."""

    owner: str
    old: str
    old_source: str
    new: str
    new_source: str

    @property
    def apart(self) -> Apart:
        return Apart(self.old, self.new, "phone")


def reused_numbers(
    rng: Random, owners: tuple[Owner, ...], bonds: Iterable[Bond], people: dict[str, Person], planted: set[str]
) -> list[Reuse]:
    """Three pairs of people of distant layers, none of them planted for anything else."""
    held = list(bonds)
    found: list[Reuse] = []
    for handle in _WHOSE:
        owner = next(owner for owner in owners if owner.handle == handle)
        sources = [paper.source for paper in owner.papers if paper.source in BOOKS]
        taken = planted | {person for reuse in found for person in (reuse.old, reuse.new)}
        free = [bond.person for bond in held if bond.owner == owner.person and _is_free(bond, people, taken)]
        old, new = rng.sample(free, 2)
        found.append(Reuse(handle, old, sources[-1], new, sources[0]))
    return found


def _is_free(bond: Bond, people: dict[str, Person], taken: set[str]) -> bool:
    is_extra = bond.person.startswith("p-") and bond.person not in taken
    return is_extra and bond.layer >= 150 and not bond.special and bool(people[bond.person].phones)
