"""How often the owner wants to be in touch: with one person, else as with all who bear the same label."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rapport.kit.prepared import Query
from rapport.kit.rooms import gather
from rapport.people.models import Book, Person
from rapport.ties.models import Tie
from rapport.ties.strength import Floats

LONGEST = 3650


@dataclass(frozen=True)
class Cadence:
    """Every `days` ideally, and at most `most` days apart; `label` is the role or list that says so, empty where the
    owner said it of this person."""

    days: int
    most: int | None = None
    label: str = ""

    def due_day(self, last_touch: int) -> int:
        return last_touch + self.days

    def is_over(self, last_touch: int, today: int) -> bool:
        return self.most is not None and today > last_touch + max(self.most, self.days)


@dataclass(frozen=True)
class Labels:
    """What a room knows of labels: `find(book, people)` gives (person id, cadence) of those of `people` (all for None)
    who bear one with a cadence; `of(person)` the same for the page of one, from what is held of them already. `asks` is
    the question with which `find` begins for all."""

    find: Callable[[Book, Collection[int] | None], Collection[tuple[int, Cadence]]]
    of: Callable[[Person], Collection[Cadence]]
    asks: Callable[[Book], Query]


@cache
def _all() -> tuple[Labels, ...]:
    return gather("labels", Labels)


def labels_queries(book: Book) -> Iterator[Query]:
    """What `by_labels` asks of all, to be asked together with more."""
    return (labels.asks(book) for labels in _all())


def by_labels(book: Book, people: Collection[int] | None = None) -> dict[int, Cadence]:
    """By person (id); of several labels the one that asks most often."""
    found: dict[int, Cadence] = {}
    for labels in _all():
        for who, cadence in labels.find(book, people):
            if who not in found or cadence.days < found[who].days:
                found[who] = cadence
    return found


def cadence_of(person: Person, tie: Tie | None) -> Cadence | None:
    """What the owner wishes for one person. Asked for once: the panels of a page share it."""
    if tie is not None and tie.cadence:
        return Cadence(tie.cadence, tie.cadence_most)
    kept = vars(person)
    if "label_cadence" not in kept:
        wished = [cadence for labels in _all() for cadence in labels.of(person)]
        kept["label_cadence"] = min(wished, key=lambda cadence: cadence.days, default=None)
    found: Cadence | None = kept["label_cadence"]
    return found


def fill(table: dict[str, Floats], book: Book) -> None:
    """Where the owner said nothing of a person (NaN), the columns `cadence` and `cadence_most` say what labels do."""
    found = by_labels(book)
    if not found:
        return
    for at in np.flatnonzero(np.isnan(table["cadence"])):
        cadence = found.get(int(table["id"][at]))
        if cadence is not None:
            table["cadence"][at], table["cadence_most"][at] = cadence.days, cadence.most or np.nan


def is_due(table: dict[str, Floats], today: int) -> NDArray[np.bool_]:
    """Counted from the last touch of any kind; a wish for somebody never touched is not due, it is news."""
    with np.errstate(invalid="ignore"):
        found: NDArray[np.bool_] = table["last_touch"] + table["cadence"] <= today
    return found


def is_over(table: dict[str, Floats], today: int) -> NDArray[np.bool_]:
    """Longer than the owner wanted at most."""
    with np.errstate(invalid="ignore"):
        longest = np.maximum(table["cadence_most"], table["cadence"])
        found: NDArray[np.bool_] = table["last_touch"] + longest < today
    return found


def checked(days: int, most: int | None) -> tuple[int, int | None]:
    """A wish that can be kept; ValueError otherwise."""
    if not 1 <= days <= LONGEST or not (most is None or days <= most <= LONGEST):
        raise ValueError("Choose between one day and ten years, and no less at most than you wish for.")
    return days, most
