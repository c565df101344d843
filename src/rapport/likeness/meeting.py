"""Two records face to face, with what the book knows about both: what every rule looks at."""

from dataclasses import dataclass
from typing import NamedTuple

from rapport.likeness.conflicts import Conflict, conflicts, share_birthday
from rapport.likeness.evidence import Finding
from rapport.likeness.fits import Fit, best_fit
from rapport.likeness.marks import SHORTEST_HANDLE, is_host_of
from rapport.likeness.record import Stage
from rapport.likeness.titles import FAMILY_FIRST
from rapport.likeness.traits import Traits, Words
from rapport.likeness.world import World

# Strongest first. A place is a hint for few, a birthday for most.
HINTS = ("birthday", "address", "handle", "organization", "company_host", "host", "postcode", "long_name", "locality")
FIRMS = frozenset({"organization", "host"})
SHORTEST_FAMILY = 3
LIKELY = 0.9
POSSIBLE = 0.5


class Verdict(NamedTuple):
    """What one rule makes of a meeting."""

    stage: Stage
    code: str
    weight: float


@dataclass(frozen=True, slots=True)
class Meeting:
    """`one` has the smaller id. `finding` is there only where birthdays, addresses or postcodes could be weighed."""

    one: Traits
    other: Traits
    world: World
    fit: Fit
    conflict: Conflict
    finding: Finding | None

    @staticmethod
    def of(one: Traits, other: Traits, world: World) -> "Meeting":
        if one.record.id > other.record.id:
            one, other = other, one
        return Meeting(
            one=one,
            other=other,
            world=world,
            fit=best_fit(one.names, other.names),
            conflict=conflicts(one, other),
            finding=world.findings.get((one.record.id, other.record.id)),
        )

    @property
    def is_told_apart(self) -> bool:
        return (self.one.record.id, self.other.record.id) in self.world.different

    @property
    def is_another_generation(self) -> bool:
        """Father and son: other birthdays, or one is Jr and one is Sr."""
        return bool(self.conflict & (Conflict.BIRTHDAY | Conflict.GENERATION))

    def hint(self) -> str:
        """The strongest thing beside the name that both share and few others have; empty if there is none."""
        shared = self.one.hints & self.other.hints
        kinds = {kind for kind, value in shared if self._tells(kind, value)}
        if self.one.emails & self.other.emails:
            kinds.discard("host")  # the address itself has been judged
        if works_at(self.one, self.other) or works_at(self.other, self.one):
            kinds.add("company_host")
        if self._share_a_firm():
            kinds.add("organization")
        if share_birthday(self.one, self.other):
            kinds.add("birthday")
        if long_names(self.one) & long_names(self.other):
            kinds.add("long_name")
        # A handle that spells a name says nothing new.
        if any(handle not in self.world.spelled for handle in self.same_handles()):
            kinds.add("handle")
        return next((kind for kind in HINTS if kind in kinds), "")

    def _tells(self, kind: str, value: str) -> bool:
        """A firm or a host that bears the family's name is shared by father and son."""
        is_common = (kind, value) in self.world.common
        return not is_common and not (kind in FIRMS and bears_name(value, self.one))

    def _share_a_firm(self) -> bool:
        """Under two forms of its name: Night School, Night School Amaranth."""
        couples = ((one, other) for one in self.one.organizations for other in self.other.organizations)
        return any(
            are_forms(one, other) and self._tells("organization", one) and self._tells("organization", other)
            for one, other in couples
        )

    def same_handles(self) -> set[str]:
        """Handles that both have, on two platforms; a first name does not count, for many could have chosen it."""
        return (run_together(self.one.handles) & run_together(self.other.handles)) - self.world.given_names


def long_names(traits: Traits) -> set[tuple[str, ...]]:
    """Names of three words written apart, each a name of its own: a second family or middle name is a second hint."""
    names = [name for name in traits.full_names if len(name.raw.split()) > 2 and not FAMILY_FIRST & set(name.words)]
    return {tuple(sorted(name.loose)) for name in names if len(name.loose) > 2 and min(map(len, name.loose)) > 1}


def are_forms(one: str, other: str) -> bool:
    """Whether one company key is the beginning of the other, of two words at least."""
    short, long = sorted((one.split(), other.split()), key=len)
    return 2 <= len(short) < len(long) and long[: len(short)] == short


def works_at(one: Traits, other: Traits) -> bool:
    """Whether one has an e-mail address at what seems to be the other's company: tideline.example, Tideline Physio."""
    hosts = [value for kind, value in one.hints if kind == "host" and not bears_name(value, one)]
    return any(is_host_of(host, company) for host in hosts for company in other.record.organizations)


def bears_name(firm: str, traits: Traits) -> bool:
    """Whether a company or host is called after the family: Adeyemi & Son, adeyemi.example."""
    return any(name.words[-1] in firm for name in traits.full_names if len(name.words[-1]) >= SHORTEST_FAMILY)


def run_together(handles: tuple[Words, ...]) -> set[str]:
    """Each handle as one word without closing digits, if it is long enough to mean somebody."""
    return {whole for words in handles if len(whole := "".join(words).rstrip("0123456789")) >= SHORTEST_HANDLE}
