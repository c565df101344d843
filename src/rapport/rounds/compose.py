"""The composition of a round: which few of many candidates, so that they fit the owner's minutes and do somebody good.

Thanks owed and promises due come first. Then two people to get back to, one who slips away, one worth it, one
introduction or meeting; questions and newcomers compete with these by worth per minute; what stays empty goes to the
next best. One place in six is for somebody outside plan and habit, so that over any month it is one act in seven
even when other acts fall away. Same input, same round, in whatever order the candidates come.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import blake2b
from typing import Literal

from rapport.rounds.peace import Memory

ACTS = 5
MINUTES = 15
EVERY_SIXTH = 6

Lane = Literal["likely", "worth_it"]


class Slot(IntEnum):
    """What a candidate stands for; in the order in which a round is read."""

    OWED = 0
    """A thanks owed, a promise due."""
    OPEN = 1
    """A newcomer to welcome, a new connection to greet, a question the owner can answer."""
    GET_BACK = 2
    """Silent, and likely to be got back to."""
    SLIPPING = 3
    """Strong, and likely to lapse."""
    ASIDE = 4
    """Outside plan and habit."""
    WORTH_IT = 5
    """Old or trusted, few mutual ties, little time spent, and an occasion."""
    TOGETHER = 6
    """An introduction, a meeting."""


PLACES = {Slot.GET_BACK: 2, Slot.SLIPPING: 1, Slot.WORTH_IT: 1, Slot.TOGETHER: 1, Slot.OPEN: 2}
"""How many of each a round takes before any place goes to the next best."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One act that could be suggested.

    `key` names it among all (kind, people, subject), and "not this" refuses that key. `worth` is between 0 and 1 and
    comparable between kinds. `is_due`: the owner's own cadence asks for it today, whatever the chances. `order`
    (name, number) breaks ties.
    """

    key: str
    kind: str
    people: tuple[int, ...]
    slot: Slot
    lane: Lane
    worth: float
    minutes: int
    is_due: bool = False
    order: tuple[str, int] = ("", 0)


def compose(
    candidates: Iterable[Candidate],
    *,
    memory: Memory,
    today: int,
    seed: int,
    acts: int = ACTS,
    minutes: int = MINUTES,
) -> tuple[Candidate, ...]:
    """At most `acts` candidates of at most `minutes` together, nobody twice, in reading order.

    `seed` is the member's own number: it decides on which days, and to whom, the place aside goes. Once a day's round
    has been shown (`memory.shown_on(today)`), only its own people remain in it, each for the same reason: a round ends,
    nothing moves up.
    """
    able = sorted(_able(candidates, memory, today), key=_eagerness)
    basket = _Basket(acts, minutes)
    plan = [each for each in able if each.slot is not Slot.ASIDE]
    aside = _outside(able, plan) or _outside(able, plan[: 2 * acts])
    basket.fill(sorted(aside, key=lambda each: _lot(seed, today, each.key)), places=places_aside(today, seed, acts))
    basket.fill(each for each in able if each.slot is Slot.OWED)
    planned = [each for each in able if each.slot in PLACES]
    if basket.left > 1:
        for lane in dict.fromkeys(each.lane for each in planned):
            basket.fill((each for each in planned if each.lane == lane), places=1)
    basket.fill(planned, quotas=PLACES)
    basket.fill(plan + aside)
    return tuple(sorted(basket.taken, key=lambda each: (each.slot, *_eagerness(each))))


def places_aside(today: int, seed: int, acts: int) -> int:
    """How many places of today belong to somebody outside plan and habit: counting places through the days, every
    sixth does."""
    return sum((today * acts + place + seed) % EVERY_SIXTH == 0 for place in range(acts))


def _outside(able: Sequence[Candidate], plan: Sequence[Candidate]) -> list[Candidate]:
    """Those aside who are about nobody of the plan."""
    planned = {person for each in plan for person in each.people}
    return [each for each in able if each.slot is Slot.ASIDE and planned.isdisjoint(each.people)]


def _able(candidates: Iterable[Candidate], memory: Memory, today: int) -> Iterable[Candidate]:
    round_of = memory.shown_on(today)
    is_open = not round_of and not memory.kept
    for each in candidates:
        is_of_round = all(
            person in round_of and memory.kinds.get(person, each.kind) == each.kind for person in each.people
        )
        if not each.people:
            is_of_round = each.key in memory.kept
        if (is_open or is_of_round) and memory.may_suggest(
            each.key, each.people, today, is_owed=each.slot is Slot.OWED
        ):
            yield each


def _eagerness(each: Candidate) -> tuple[bool, float, tuple[str, int], str]:
    """Due by the owner's own wish first, then worth per minute."""
    return (not each.is_due, -each.worth / max(each.minutes, 1), each.order, each.key)


def _lot(seed: int, today: int, key: str) -> bytes:
    return blake2b(f"{seed}:{today}:{key}".encode("utf-8", "replace"), digest_size=8).digest()


@dataclass
class _Basket:
    acts: int
    minutes: int
    taken: list[Candidate] = field(default_factory=list)
    people: set[int] = field(default_factory=set)

    @property
    def left(self) -> int:
        return self.acts - len(self.taken)

    def fill(
        self, candidates: Iterable[Candidate], *, places: int | None = None, quotas: dict[Slot, int] | None = None
    ) -> None:
        """Take in order what fits, at most `places` of them, and of each slot no more than its quota in all."""
        before = len(self.taken)
        counts = Counter(each.slot for each in self.taken)
        for each in candidates:
            if self.left <= 0 or (places is not None and len(self.taken) - before >= places):
                return
            if quotas is not None and counts[each.slot] >= quotas[each.slot]:
                continue
            if each.minutes <= self.minutes and self.people.isdisjoint(each.people) and each not in self.taken:
                self.taken.append(each)
                self.minutes -= each.minutes
                self.people.update(each.people)
                counts[each.slot] += 1


def minutes_of(acts: Sequence[Candidate]) -> int:
    """The minutes a round takes."""
    return sum(each.minutes for each in acts)
