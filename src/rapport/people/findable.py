"""Keeping the search index true to the book: by which words somebody is found."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise

from rapport.kit import fts
from rapport.kit.bulk import chunks
from rapport.kit.folding import looking_like, words
from rapport.kit.rooms import gather
from rapport.likeness.names import respell
from rapport.likeness.scripts import skeleton
from rapport.likeness.shortnames import full_forms
from rapport.people.models import Book, Name, Occasion, Person, Presence

PERSON, OCCASION = 1, 2  # kinds of entries; they are in the keys of the index and stay
PART = 800
Said = Iterable[tuple[int, str]]


@dataclass(frozen=True)
class Findable:
    """One kind of words by which people are found. `field` is kept in the index, `label` says on pages what it is.

    `said(people)` yields (person, text as written) for these persons (ids), in a fixed number of queries. Found in
    `<room>/found_by.py`, in the order in which a reason is looked for.
    """

    field: str
    label: str | Promise
    said: Callable[[Sequence[int]], Said]


@cache
def findables() -> tuple[Findable, ...]:
    return gather("found_by", Findable)


def index(book: Book, people: Collection[int]) -> None:
    """Write what these persons (ids of one book) are found by; those in the trash or merged away are no longer found.
    Writes only what changed, within the caller's transaction."""
    for part in chunks(sorted(set(people)), PART):
        _index(book, part)


def index_occasions(book: Book, occasions: Collection[int]) -> None:
    """Write what these occasions (ids) are found by."""
    for part in chunks(sorted(set(occasions)), PART):
        shown = Occasion.objects.filter(book=book, pk__in=part).values_list("number", "title", "place", "text")
        entries = [
            fts.Entry(number, [title], [fts.Line("place", place), fts.Line("text", text)])
            for number, title, place, text in shown
        ]
        fts.put(book.pk, OCCASION, entries)


def _index(book: Book, ids: Sequence[int]) -> None:
    rows = list(Person.objects.filter(book=book, pk__in=ids))
    here = {person.pk: person for person in rows if person.trashed_at is None and person.merged_into_id is None}
    called, lines = _names(here), _lines(list(here))
    entries = [fts.Entry(p.number, called[p.pk], lines[p.pk], near(called[p.pk])) for p in here.values()]
    fts.put(book.pk, PERSON, entries)
    fts.drop(book.pk, PERSON, [person.number for person in rows if person.pk not in here])
    gatherings = Presence.objects.shown().filter(person__in=list(here)).values_list("occasion_id", flat=True)
    index_occasions(book, set(gatherings))


def _names(here: dict[int, Person]) -> dict[int, list[str]]:
    """All names of each, the one they are shown by first."""
    found = {who: [person.name] for who, person in here.items()}
    told = Name.objects.shown().filter(person__in=list(here)).order_by("pk")
    for who, text in told.values_list("person_id", "text"):
        if text not in found[who]:
            found[who].append(text)
    return found


def _lines(ids: Sequence[int]) -> dict[int, list[fts.Line]]:
    found: defaultdict[int, list[fts.Line]] = defaultdict(list)
    for findable in findables() if ids else ():
        for who, text in findable.said(ids):
            found[who].append(fts.Line(findable.field, text))
    return {who: list(dict.fromkeys(found[who])) for who in ids}


def near(called: Sequence[str]) -> set[str]:
    """Other spellings that sound or look the same, and the full forms of short names."""
    found: set[str] = set()
    for name in called:
        for word in words(name):
            found |= full_forms(word) | {respell(word), sound(word)} - {word}
        found.update(looking_like(name))
    return found - {""}


def sound(word: str) -> str:
    """The consonants of a folded word as they sound, marked so that they are never taken for a word; empty where there
    are too few to tell names apart."""
    heard = skeleton(word)
    return f"{heard}0" if len(heard) >= 2 else ""
