"""Names that sound or look nearly like what was typed."""

from collections.abc import Callable, Sequence

import rapidfuzz

from rapport.kit import fts
from rapport.kit.folding import looking_like
from rapport.likeness.shortnames import full_forms
from rapport.people.findable import sound
from rapport.search.query import MOST_WORDS, Query

LOOKED_AT = 300
ALIKE = 0.7  # one slip in four letters
SOUNDS = 0.9
BARELY = 0.4  # consonants alone make Mary and Moira one

Called = Callable[[fts.Groups], dict[int, set[str]]]
"""From fragments, spelt for their columns, to the names of those (numbers) who come into question."""


def scores(called: Called, query: Query) -> dict[int, float]:
    """How much like the words of the query, as they sound or as they look, the names are, of all who are like them."""
    return _scores(called, query.words) | _scores(called, looking_like(query.typed)[:MOST_WORDS])


def _scores(called: Called, words: Sequence[str]) -> dict[int, float]:
    there = called([_openings(word) for word in words])
    likeness = [_likeness(word, set().union(*there.values())) for word in words]
    found = {}
    for number, names in there.items():
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
