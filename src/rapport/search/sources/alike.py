"""People whose names sound or look nearly like what was typed."""

from collections.abc import Sequence

import rapidfuzz
from django.utils.translation import gettext_lazy as _

from rapport.kit import fts
from rapport.kit.folding import looking_like
from rapport.people.findable import PERSON, sound
from rapport.people.likeness.shortnames import full_forms
from rapport.people.models import Book
from rapport.search.closeness import Closeness
from rapport.search.finder import Finder, Hit
from rapport.search.people import hits
from rapport.search.query import MOST_WORDS, Query

LOOKED_AT = 300
ALIKE = 0.7  # one slip in four letters
SOUNDS = 0.9
BARELY = 0.4  # consonants alone make Mary and Moira one


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    scores = _scores(book, query.words) | _scores(book, looking_like(query.typed)[:MOST_WORDS])
    ranked = sorted(Closeness(book).first(scores), key=lambda number: -round(scores[number], 2))
    return hits(book, query, ranked[:most])


def _scores(book: Book, words: Sequence[str]) -> dict[int, float]:
    """How much like these words the names of people (numbers) are, of all who come into question."""
    openings = [_openings(word) for word in words]
    called = fts.called(book.pk, PERSON, openings, where=(), most=LOOKED_AT)
    likeness = [_likeness(word, set().union(*called.values())) for word in words]
    found = {}
    for number, names in called.items():
        best = [max((like[name] for name in names & like.keys()), default=0.0) for like in likeness]
        if all(best):
            found[number] = sum(best)
    return found


def _openings(word: str) -> list[str]:
    """Fragments one of which survives nearly any single slip in a word of four letters or more: its two halves."""
    named = [fts.whole(name) for name in full_forms(word)]
    if len(word) >= 4:
        kept = max(len(word) // 2, min(3, (len(word) + 1) // 2))
        named += [fts.beginning(word[:kept]), fts.ending(word[-kept:])]
    near = [fts.whole(heard) for heard in (word, sound(word)) if heard]
    return [*(fts.spelt("name", one) for one in named), *(fts.spelt("near", one) for one in near)]


def _likeness(word: str, names: set[str]) -> dict[str, float]:
    """Of the words of names, plain and near: those like this word, from ALIKE to 1."""
    alike = rapidfuzz.distance.OSA.normalized_similarity
    slips = rapidfuzz.process.extract(word, names, scorer=alike, score_cutoff=BARELY, limit=None)
    found = {name: score for name, score, _at in slips if score >= ALIKE}
    heard = sound(word)
    found.update({name: SOUNDS for name, _score, _at in slips if heard and sound(name) == heard})
    found.update(dict.fromkeys({fts.spelt("near", word), *full_forms(word)} & names, SOUNDS))
    return found | {name: 1.0 for name in names if name.startswith(word)}


LIKE = Finder(20, "alike", _("Nearly that name"), _find, is_guess=True)
