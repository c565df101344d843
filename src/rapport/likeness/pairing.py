"""Which of these records are the same person: every rule asked about every pair worth a look."""

from collections.abc import Callable, Iterable, Iterator

from rapport.likeness.blocking import Ids, candidates
from rapport.likeness.by_evidence import by_evidence
from rapport.likeness.by_handle import by_handle
from rapport.likeness.by_mark import by_link, by_mark, by_source_key
from rapport.likeness.by_name import by_name
from rapport.likeness.chains import without_chains
from rapport.likeness.meeting import POSSIBLE, Meeting, Verdict
from rapport.likeness.reasons import reason_of
from rapport.likeness.record import STAGES, Pair, Record
from rapport.likeness.traits import Traits, traits_of
from rapport.likeness.world import Different, World

RULES: tuple[Callable[[Meeting], Iterator[Verdict]], ...] = (
    by_source_key,
    by_link,
    by_mark,
    by_name,
    by_handle,
    by_evidence,
)


def pairs(
    records: Iterable[Record],
    *,
    changed: set[int] | None = None,
    different: Different = frozenset(),
    also: Iterable[Ids] = (),
) -> list[Pair]:
    """Every pair of `records` (of one book, ids unique) that may be one person, ordered by ids.

    With `changed` only pairs that touch one of those ids; the rest of the book still says which addresses are shared.
    `different` are pairs of ids the owner told apart: they are never offered nor joined by a chain. Automatic pairs
    never join, however they are chained, two records that contradict each other. `also` are pairs to look at whether
    or not they have anything in common. Time grows with the records, not
    with their square: blocks of more than 60 are cut.
    """
    world = World.of(records, different)
    if changed is not None and changed.issuperset(world.traits):
        changed = None
    ids = candidates(world.traits.values(), changed)
    ids.update(
        pair
        for pair, finding in world.findings.items()
        if finding.likelihood >= POSSIBLE and (changed is None or not changed.isdisjoint(pair))
    )
    ids.update(pair for pair in also if pair[0] in world.traits and pair[1] in world.traits)
    found = (_judge(world.traits[a], world.traits[b], world) for a, b in sorted(ids))
    return without_chains((pair for pair in found if pair), world)


def compare(a: Record, b: Record, world: World) -> Pair | None:
    """The strongest reason to take `a` and `b` for one person; None if there is none, or one speaks against it.

    Symmetric. Chains over third records are not looked at; `pairs` does that.
    """
    ours, theirs = (world.traits.get(record.id) or traits_of(record) for record in (a, b))
    return _judge(ours, theirs, world)


def _judge(one: Traits, other: Traits, world: World) -> Pair | None:
    meeting = Meeting.of(one, other, world)
    if meeting.is_told_apart or one.record.id == other.record.id:
        return None
    verdicts = [verdict for rule in RULES for verdict in rule(meeting)]
    if not verdicts:
        return None
    stage, code, weight = min(
        verdicts, key=lambda verdict: (STAGES.index(verdict.stage), -verdict.weight, verdict.code)
    )
    return Pair(meeting.one.record.id, meeting.other.record.id, stage, reason_of(code), code, weight)
