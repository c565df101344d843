"""Interactions and gatherings of an export, as any archive tells them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from rapport.formats.facts import Direction, GatheringFact, Guest, Party, TalkFact, When
from rapport.readers.sources.rapport.values import line, link, text, when

_WAYS = get_args(Direction)
Row = dict[str, Any]


@dataclass
class _Open:
    """A talk of several people, of whom some are still to come."""

    talk: Row
    left: set[str]
    parties: list[Party] = field(default_factory=list)


class Talks:
    """Gathers what is written with each of those who took part; a talk is told once all were met."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._open: dict[str, _Open] = {}

    def is_first(self, number: object) -> bool:
        """Whether the interaction of this number is met for the first time."""
        if not isinstance(number, int) or number in self._seen:
            return False
        self._seen.add(number)
        return True

    def told(self, talk: Row, who: str, key_of: Callable[[str], str]) -> Iterator[TalkFact]:
        key, way = line(talk, "key"), line(talk, "direction")
        if not key or way not in _WAYS:
            return
        others = talk.get("with")
        known = self._open.get(key)
        if known is None:
            left = {key_of(other) for other in others if isinstance(other, str)} if isinstance(others, list) else set()
            known = _Open(talk, left)
        known.parties.append(Party(who, way))  # type: ignore[arg-type]
        known.left.discard(who)
        if known.left:
            self._open[key] = known
            return
        self._open.pop(key, None)
        yield from _fact(known)

    def rest(self) -> Iterator[TalkFact]:
        """Those of whom not everybody was in the file."""
        for known in self._open.values():
            yield from _fact(known)


def _fact(known: _Open) -> Iterator[TalkFact]:
    talk = known.talk
    at = when(line(talk, "at") or line(talk, "on"))
    if at is not None and at.precision == "second" and line(talk, "precision") == "minute":
        at = When(at.text, "minute", at.zone)
    yield TalkFact(
        line(talk, "key"),
        line(talk, "kind"),
        line(talk, "channel"),
        at or When("", "unknown"),
        tuple(known.parties),
        subject=line(talk, "subject"),
        text=text(talk, "text"),
        thread=line(talk, "thread"),
        is_mass=talk.get("mass") is True,
    )


def gathering_fact(row: Row, guests: Sequence[Guest]) -> GatheringFact | None:
    """An occasion of the export."""
    begins = when(line(row, "begins_at") or line(row, "begins_on"))
    if begins is None or not line(row, "key"):
        return None
    return GatheringFact(
        line(row, "key"),
        line(row, "title"),
        begins,
        when(line(row, "ends_at")),
        place=line(row, "place"),
        url=link(row),
        text=text(row, "text"),
        own_answer=line(row, "own_answer")[:12],
        guests=tuple(guests),
        is_cancelled=row.get("cancelled") is True,
    )
