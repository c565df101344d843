"""Builds the town from a seed: people and groups, bonds and what came of them, then what every file shows."""

from rapport.town.apart import Reuse, reused_numbers
from rapport.town.asking import make_invitations, make_vouches
from rapport.town.bonds import Bond, make_bonds
from rapport.town.cards import Clerk
from rapport.town.cast import known_apart
from rapport.town.chance import NOW, TODAY, ZONE, chance
from rapport.town.companies import make_companies
from rapport.town.dirt import planned_dirt
from rapport.town.doings import by_calendar, by_taker
from rapport.town.entries import entries_of
from rapport.town.folk import Tie
from rapport.town.gatherings import Diary
from rapport.town.groups import make_groups
from rapport.town.history import History, gather, live
from rapport.town.owners import make_owners
from rapport.town.passions import topics, with_passions
from rapport.town.people import make_people
from rapport.town.planting import choose_plants
from rapport.town.showing import Gardener
from rapport.town.sizes import SIZES
from rapport.town.story import settle, story_gatherings, story_pair
from rapport.town.talks import Writer, shared_addresses
from rapport.town.ties import couple, make_ties
from rapport.town.truth import Entry, Pair, Town


def build(seed: int, size: str = "S") -> Town:
    """The town of that seed. `size` is S (600 people, 12 of them owners), M or L; KeyError for any other."""
    works = _Works(seed, size)
    works.plant()
    works.live()
    return works.town()


class _Works:
    """A town under construction; what comes first does not look at what comes later."""

    def __init__(self, seed: int, size: str) -> None:
        self.seed, self.size = seed, size
        count = SIZES[size]
        self.companies = make_companies(chance(seed, "companies"), count.companies)
        self.people = make_people(chance(seed, "people"), count.people, self.companies)
        self.by_id = {person.id: person for person in self.people}
        self.groups = make_groups(chance(seed, "groups"), self.people, count.groups)
        self.owners = make_owners(self.people, count.owners)
        self.ann = next(owner for owner in self.owners if owner.handle == "ann")
        self.bonds = make_bonds(seed, self.owners, self.people, self.groups)
        self.writer = Writer(self.by_id, shared_addresses(self.people))
        self.diary = Diary(self.by_id)
        self.plants = choose_plants(chance(seed, "plants"), self.owners, self.bonds, self.writer)
        bonds = {(bond.owner, bond.person): bond for bond in self.bonds}
        self.gardener = Gardener(chance(seed, "garden"), self.writer, self.diary, bonds)
        self.pairs: dict[str, list[Pair]] = {"pair": [], "acquainted": [], "decoy": []}
        self.reuses: list[Reuse] = []
        self.history = History()

    def plant(self) -> None:
        """What only looks alike and what is shared in secret."""
        owners = {owner.handle: owner for owner in self.owners}
        self.pairs["pair"].append(story_pair(self.ann, self.gardener.shelf))
        for plant in self.plants:
            self.pairs[plant.kind].append(self.gardener.plant(owners[plant.owner], plant))
        planted = {person for plant in self.plants for person in plant.people}
        self.reuses = reused_numbers(chance(self.seed, "reuse"), self.owners, self.bonds, self.by_id, planted)

    def live(self) -> None:
        """The years: talks, meetings, events, and in the end what Ann did last."""
        history, shelf = self.history, self.gardener.shelf
        lived = live(self.seed, self.owners, self.bonds, self.writer, self.diary)
        history.talks += lived.talks + shelf.talks
        history.gatherings += lived.gatherings + shelf.gatherings + story_gatherings(self.diary)
        planted = {(plant.owner, person) for plant in self.plants for person in plant.people}
        history.gatherings += gather(
            chance(self.seed, "gatherings"), self.diary, self.owners, self.groups, SIZES[self.size].events,
            [bond for bond in self.bonds if (bond.owner, bond.person) not in planted], self.writer,
        )  # fmt: skip
        settle(chance(self.seed, "settle"), self.ann, self.bonds, history, self.writer)

    def town(self) -> Town:
        seed, pairs, history = self.seed, self.pairs, self.history
        evidence = tuple(
            one for found in pairs.values() for pair in found for one in (pair.evidence_a, pair.evidence_b)
        )
        true = {pair.passion for kind in ("pair", "acquainted") for pair in pairs[kind]}
        people = with_passions(chance(seed, "passions"), self.people, [one for one in evidence if one.passion in true])
        requests = self.gardener.shelf.requests
        invitations = make_invitations(chance(seed, "asking"), self.owners, self.bonds, self.by_id, requests)
        return Town(
            seed, self.size, TODAY, NOW, ZONE, tuple(people), self.companies, self.groups, self.owners,
            ties=self._ties(),
            talks=tuple(sorted(history.talks, key=lambda talk: (talk.at, talk.id))),
            invitations=invitations,
            gatherings=tuple(sorted(history.gatherings, key=lambda one: (one.begins, one.id))),
            vouches=tuple(make_vouches(chance(seed, "vouches"), self.owners, self.bonds, self.by_id)),
            entries=tuple(self._entries()),
            passions=topics(people),
            evidence=evidence,
            introductions=tuple(pairs["pair"]),
            acquainted=tuple(pairs["acquainted"]),
            decoys=tuple(pairs["decoy"]),
            apart=tuple(known_apart() + [reuse.apart for reuse in self.reuses]),
            dirt=planned_dirt(self.owners),
        )  # fmt: skip

    def _ties(self) -> tuple[Tie, ...]:
        """Owners know whom their bonds name and nobody else; the planted pairs have never met."""
        strangers = {couple(pair.a, pair.b) for pair in self.pairs["pair"] + self.pairs["decoy"]}
        friends = [couple(pair.a, pair.b) for pair in self.pairs["acquainted"]]
        known = [bond for bond in self.bonds if bond.special != "wish"]
        closed = {owner.person for owner in self.owners}
        return make_ties(chance(self.seed, "ties"), self.people, self.groups, known, friends, strangers, closed)

    def _entries(self) -> list[Entry]:
        companies = {company.name: company for company in self.companies}
        remarks = self.gardener.shelf.remarks
        found: list[Entry] = []
        talks, gatherings = by_taker(self.history.talks), by_calendar(self.history.gatherings)
        bonds_of: dict[str, list[Bond]] = {}
        for bond in self.bonds:
            bonds_of.setdefault(bond.owner, []).append(bond)
        for owner in self.owners:
            mine = [reuse for reuse in self.reuses if reuse.owner == owner.handle]
            sure = {(reuse.old, reuse.old_source) for reuse in mine} | {(reuse.new, reuse.new_source) for reuse in mine}
            reused = {reuse.old: self.by_id[reuse.new].phones[0] for reuse in mine}
            rng = chance(self.seed, "cards", owner.handle)
            clerk = Clerk(rng, self.by_id, companies, remarks, reused, frozenset(sure))
            held = History(talks.get(owner.person, []), gatherings.get(owner.handle, []))
            found += entries_of(owner, bonds_of.get(owner.person, []), clerk, self.writer, held)
        return found
