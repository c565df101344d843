"""The round of a day: what every suggestion finds, composed, and worded. Reading it writes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import chain

from django.utils.translation import gettext as _

from rapport.kit.offers import offers
from rapport.kit.prepared import Query, asking_once
from rapport.kit.together import ask_together
from rapport.members.models import Member
from rapport.people.models import Book, Person
from rapport.people.platforms import platform_label
from rapport.people.ways import best_way
from rapport.rounds.compose import ACTS, Candidate, compose
from rapport.rounds.desk import Desk
from rapport.rounds.memory import memory_asks, memory_of
from rapport.rounds.peace import Memory
from rapport.rounds.suggestion import Suggestion, Telling


@dataclass(frozen=True)
class Act:
    """One card. `people` are of the book; `url` opens the way to say it: mailto, tel, http or a page of ours."""

    key: str
    kind: str
    title: str
    lane: str
    people: tuple[Person, ...]
    act: str
    reason: str
    opener: str
    minutes: int
    channel: str
    url: str
    read_at: str
    why: tuple[tuple[str, str], ...]
    icon: str
    answers: tuple[str, ...]

    @property
    def channel_label(self) -> str:
        """The way as pages call it."""
        return platform_label(self.channel)


@dataclass(frozen=True)
class Round:
    """A day's few acts; `is_empty_book`: there is nobody in the book yet."""

    on: date
    minutes: int
    acts: tuple[Act, ...]
    closing: str
    is_empty_book: bool


@asking_once()
def the_round(
    member: Member, *, on: date, minutes: int, now: datetime | None = None, along: Iterable[Query] = ()
) -> Round:
    """The member's round of the day `on` in `minutes`; the same book gives the same round. The questions `along` are
    asked together with its own."""
    desk = Desk(member, Book.of(member), on)
    own = chain.from_iterable(suggestion.asks(desk) for suggestion in suggestions())
    ask_together((*own, *desk.asks(), *memory_asks(desk), *along))
    chosen = chosen_for(desk, minutes)
    desk.winners = tuple(sorted({who for candidate in chosen for who in candidate.people}))
    ask_together(desk.details())
    desk.people(desk.winners)
    acts = tuple(_act(desk, candidate) for candidate in chosen)
    return Round(on, minutes, acts, _closing(desk, acts), len(desk.ids) == 0)


def chosen_for(desk: Desk, minutes: int, *, memory: Memory | None = None, acts: int = ACTS) -> tuple[Candidate, ...]:
    """The candidates that make up the day's round."""
    found = [candidate for suggestion in suggestions() for candidate in suggestion.find(desk)]
    remembered = memory or memory_of(desk)
    return compose(found, memory=remembered, today=desk.day, seed=desk.seed, acts=acts, minutes=minutes)


@cache
def suggestions() -> tuple[Suggestion, ...]:
    return offers("rapport.rounds.sources", Suggestion)


@cache
def by_kind() -> dict[str, Suggestion]:
    return {suggestion.kind: suggestion for suggestion in suggestions()}


def _act(desk: Desk, chosen: Candidate) -> Act:
    suggestion = by_kind()[chosen.kind]
    telling = suggestion.tell(desk, chosen)
    channel, url = _way(desk, chosen.people, telling)
    return Act(
        key=chosen.key,
        kind=chosen.kind,
        title=str(suggestion.title),
        lane=chosen.lane,
        people=tuple(desk.person(who) for who in chosen.people),
        act=telling.act,
        reason=telling.reason,
        opener=telling.opener,
        minutes=chosen.minutes,
        channel=channel,
        url=url,
        read_at=telling.read_at,
        why=telling.why,
        icon=telling.icon,
        answers=suggestion.answers,
    )


def _way(desk: Desk, people: Sequence[int], telling: Telling) -> tuple[str, str]:
    if telling.href or not people:
        return "", telling.href
    way = best_way(desk.ways[people[0]], telling.subject, telling.opener)
    return (way.channel, way.url) if way else ("", desk.person(people[0]).path)


def _closing(desk: Desk, acts: Sequence[Act]) -> str:
    if not len(desk.ids):
        return _("Nobody is in your book yet. Type the people you met last, or bring in your phone's contacts.")
    return _("That is all for today.") if acts else _("Nothing is due today. That is all.")
