"""Which pairs of an owner's people share a rare passion, which of them know each other, and which only seem to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import TODAY
from rapport.town.owners import channels_of
from rapport.town.passions import rare
from rapport.town.talks import Writer
from rapport.town.truth import Owner
from rapport.town.words import rows

_MOST_PAIRS = 3
_CARDS = frozenset({"google", "vcard", "outlook"})


@dataclass(frozen=True)
class Plant:
    """`kind` pair, acquainted or decoy; `slots` are source and form, one for each of the two people; `word` is the
    passion, or the decoy's ambiguous word; `known_by` the source in which acquainted people are seen together."""

    kind: str
    owner: str
    a: str
    b: str
    word: str
    slots: tuple[str, str]
    known_by: str = ""

    @property
    def people(self) -> tuple[str, str]:
        return (self.a, self.b)


def choose_plants(rng: Random, owners: tuple[Owner, ...], bonds: Iterable[Bond], writer: Writer) -> list[Plant]:
    """The planted pairs of the table, with people who can show what they should where they should."""
    wanted = {row[1] for row in rows("planting.tsv")}
    held = list(bonds)
    gardens = {owner.handle: _Garden(rng, owner, held, writer) for owner in owners if owner.handle in wanted}
    uses: Counter[str] = Counter()
    plants = []
    for kind, handle, slot_a, slot_b, extra in (tuple((*row, "")[:5]) for row in rows("planting.tsv")):
        if handle not in gardens:
            continue
        garden = gardens[handle]
        word = extra if kind == "decoy" else garden.word(uses)
        known_by = extra if kind == "acquainted" else ""
        a, b = garden.take(slot_a, known_by), garden.take(slot_b, known_by)
        plants.append(Plant(kind, handle, a, b, word, (slot_a, slot_b), known_by))
    return plants


class _Garden:
    """One owner's people who are free to be planted; each is taken once."""

    def __init__(self, rng: Random, owner: Owner, bonds: list[Bond], writer: Writer) -> None:
        self.rng = rng
        self.owner = owner
        self.writer = writer
        self.free = [bond for bond in bonds if bond.owner == owner.person and _is_plain(bond)]
        rng.shuffle(self.free)
        self.free.sort(key=lambda bond: bond.layer)
        self.words = rng.sample(rare(), len(rare()))

    def word(self, uses: Counter[str]) -> str:
        """The owner's next rare passion that few pairs in town have yet."""
        word = next(word for word in self.words if uses[word] < _MOST_PAIRS)
        self.words.remove(word)
        uses[word] += 1
        return word

    def take(self, slot: str, known_by: str) -> str:
        """The nearest free person who can show it in `slot`, and be seen with somebody else in `known_by`, if any."""
        slots = [slot, known_by] if known_by else [slot]
        bond = next(bond for bond in self.free if all(self._can_show(bond, each) for each in slots))
        self.free.remove(bond)
        return bond.person

    def _can_show(self, bond: Bond, slot: str) -> bool:
        source, _, form = slot.partition("-")
        if source in _CARDS:
            return bond.person != ""
        if source in ("mail", "calendar"):
            return bool(self.writer.addresses(bond.person))
        until = channels_of(self.owner)["linkedin"]
        if not bond.connected_on or bond.connected_on > until - timedelta(days=90):
            return False
        return form != "invitation" or bond.connected_on > until - timedelta(days=1_400)


def _is_plain(bond: Bond) -> bool:
    """Neither of the cast nor of the nearest, not gone cold, not new."""
    is_cold = bool(bond.gap) and bond.end < TODAY - timedelta(days=240) and bond.layer == 500
    is_extra = bond.person.startswith("p-")
    return is_extra and bond.layer in (50, 150, 500) and not (bond.special or bond.is_one_sided or is_cold)
