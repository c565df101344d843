"""People whose names sound or look nearly like what was typed."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import OSA

from rapport.kit import fts
from rapport.kit.folding import looking_like
from rapport.people.findable import PERSON, sound
from rapport.people.likeness.shortnames import full_forms
from rapport.people.models import Book
from rapport.search.closeness import closest_first
from rapport.search.finder import Finder, Hit
from rapport.search.people import hits
from rapport.search.query import MOST_WORDS, Query

LOOKED_AT = 1500
ALIKE = 0.7  # one slip in four letters
SOUNDS = 0.9
BARELY = 0.4  # consonants alone make Mary and Moira one


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    scores = _scores(book, query.words) | _scores(book, looking_like(query.typed)[:MOST_WORDS])
    ranked = sorted(closest_first(book, scores), key=lambda number: -round(scores[number], 2))
    return hits(book, query, ranked[:most])


def _scores(book: Book, words: Sequence[str]) -> dict[int, float]:
    """How much like these words the names of people (numbers) are, of all who come into question."""
    openings = [_openings(word) for word in words]
    numbers = fts.find(book.pk, PERSON, openings, where=("name", "near"), most=LOOKED_AT)
    found = {}
    for number, names in fts.called(book.pk, PERSON, numbers).items():
        best = [_alike(word, names) for word in words]
        if min(best) >= ALIKE:
            found[number] = sum(best)
    return found


def _openings(word: str) -> list[str]:
    """Fragments one of which survives any single slip in a word of four letters or more."""
    found = [fts.whole(near) for near in {word, sound(word), *full_forms(word)} if near]
    if len(word) >= 4:
        kept = min(3, len(word) // 2)
        found += [fts.beginning(word[:kept]), fts.ending(word[-kept:])]
    return found


def _alike(word: str, names: list[str]) -> float:
    """From 0 to 1; `names` are the words of somebody's names with those they sound like."""
    if any(name.startswith(word) for name in names):
        return 1.0
    best: float = max((OSA.normalized_similarity(word, name) for name in names), default=0.0)
    is_short_form = not full_forms(word).isdisjoint(names)
    is_heard = sound(word) in names and best >= BARELY
    return max(best, SOUNDS if is_short_form or is_heard else 0.0)


LIKE = Finder(20, "alike", _("Nearly that name"), _find, is_guess=True)
