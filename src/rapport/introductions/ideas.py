"""Whom of one's people one could introduce to each other: a rare interest in common, and no tie known between."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count

from rapport.introductions.known import novelty
from rapport.introductions.matching import Match, matches, rare, rarest
from rapport.kit.prepared import Query, prepared
from rapport.people.models import Book, Interest, Person
from rapport.ties.models import Tie
from rapport.ties.strength import strength

LOOKED_AT = 4  # pairs looked at closer for each idea wanted
PAIRS = 120  # pairs weighed for each idea wanted
OF_ONE = 2  # ideas about the same person in one list
_INTERESTS = """
select distinct i.person_id, i.topic from people_interest i join people_person p on p.id = i.person_id
where i.struck_at is null and i.evidence <> 'endorsement' and p.trashed_at is null and p.merged_into_id is null
    and not p.is_deceased and i.person_id in (
        select h.person_id from people_interest h
        where h.book_id = %s and h.struck_at is null and h.topic in ({topics}))
    and not exists (select 1 from ties_rest r where r.person_id = p.id and (r.until is null or r.until > %s))
"""


@dataclass(frozen=True)
class Idea:
    """Ids of two persons, what they share (the rarest first), and how good an idea it is (comparable in one book)."""

    first: int
    second: int
    topics: tuple[str, ...]
    score: float


def ideas(
    book: Book,
    *,
    day: int,
    limit: int = 40,
    about: int | None = None,
    people: int | None = None,
    strength_of: Callable[[int], float] | None = None,
) -> list[Idea]:
    """The best introductions of this day (an ordinal), the best first; only those `about` a person (id), if given.
    `people`: how many the book holds, and `strength_of`: how strong the tie to each is, if that is known.

    Harmonic mean of the two directed matches x sqrt(strength to each, softened) x novelty.
    """
    count = people or Person.objects.here().filter(book=book).count()
    holders = _holders(book)
    topics = (
        rarest(holders, count, PAIRS * limit)
        if about is None
        else [topic for topic in _of(about) if 2 <= holders.get(topic, 0) <= rare(count)]
    )
    every = matches(_interests(book, topics, day), holders, count, topics)
    found = [match for match in every if about in (None, match.first, match.second)][: 10 * LOOKED_AT * limit]
    near = _nearness({who for match in found for who in (match.first, match.second)}, day, strength_of)
    weighed = [(match.score * near[match.first] * near[match.second], match) for match in found]
    close = sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[: LOOKED_AT * limit]
    new = _novelty([match for _, match in close], near)
    ranked = [Idea(match.first, match.second, match.topics, score * new[match]) for score, match in close]
    best = sorted((idea for idea in ranked if idea.score > 0), key=lambda idea: (-idea.score, idea.first, idea.second))
    return (best if about else _mixed(best))[:limit]


def _mixed(best: list[Idea]) -> list[Idea]:
    """Not the same person over and over: further ideas about them come last."""
    counts: Counter[int] = Counter()
    early: list[Idea] = []
    late: list[Idea] = []
    for idea in best:
        is_early = max(counts[idea.first], counts[idea.second]) < OF_ONE
        counts.update((idea.first, idea.second))
        (early if is_early else late).append(idea)
    return early + late


def _holders(book: Book) -> dict[str, int]:
    return dict(holders_query(book).rows())


def holders_query(book: Book) -> Query:
    """How many care for each topic. A skill that others endorsed is no passion. Who shows one on two networks counts
    twice here: a rough count will do."""
    return _holding.of(book=book.pk)


@prepared(numbers=("book",))
def _holding(book: int) -> Any:
    rows = Interest.objects.shown().filter(book=book).exclude(evidence="endorsement").values("topic")
    return rows.annotate(held_by=Count("*")).order_by().values_list("topic", "held_by")


def _of(person: int) -> set[str]:
    """What one person cares for."""
    return set(Interest.objects.shown().filter(person=person).values_list("topic", flat=True))


def _interests(book: Book, topics: Sequence[str], day: int) -> dict[int, list[str]]:
    """All that the holders of these topics care for."""
    interests: dict[int, list[str]] = {}
    if not topics:
        return interests
    query = _INTERESTS.format(topics=", ".join(["%s"] * len(topics)))
    with connection.cursor() as cursor:
        cursor.execute(query, [book.pk, *topics, date.fromordinal(day).isoformat()])
        for who, topic in cursor.fetchall():
            interests.setdefault(who, []).append(topic)
    return interests


def _novelty(found: Sequence[Match], near: Mapping[int, float]) -> dict[Match, float]:
    """Asked from the side with fewer touches to look through."""
    turned = {match: (match.first, match.second) for match in found}
    turned |= {match: (match.second, match.first) for match in found if near[match.second] < near[match.first]}
    new = novelty(list(turned.values()))
    return {match: new[pair] for match, pair in turned.items()}


def _nearness(people: set[int], day: int, strength_of: Callable[[int], float] | None) -> dict[int, float]:
    """The fourth root of a softened strength: of two, the product is the square root of their geometric mean."""
    if strength_of is not None:
        return {who: (1 + strength_of(who)) ** 0.25 for who in people}
    near = dict.fromkeys(people, 1.0)
    for who, lscore, last_in in _ties.rows(people=people):
        near[who] = (1 + strength(lscore, last_in, day)) ** 0.25
    return near


@prepared(several=("people",))
def _ties(people: list[int]) -> Any:
    rows = Tie.objects.filter(person__in=people, lscore__isnull=False)
    return rows.values_list("person_id", "lscore", "last_in")
