"""How close the values of one field are, for many pairs of records at once, in a few steps from the same to unlike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import rapidfuzz
from numpy.typing import NDArray

from rapport.likeness.birthdays import closeness, read_birthday
from rapport.likeness.shortnames import are_short_forms

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Scorer = Callable[[list[str], list[str]], Ints]

NOTHING, SAME, SLIP, NEAR, REMOTE, UNLIKE = range(6)
_FAR = 99


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one field: record i holds `codes[starts[i]:starts[i + 1]]`, which are indexes into `texts`."""

    texts: list[str]
    starts: Ints
    codes: Ints


def columns(*fields: Sequence[tuple[str, ...]]) -> list[Column]:
    """One column per field; they share one table of texts and so can be compared with one another."""
    table: dict[str, int] = {}
    coded = [[[table.setdefault(text, len(table)) for text in values if text] for values in field] for field in fields]
    texts = list(table)
    return [
        Column(
            texts,
            np.cumsum([0, *map(len, rows)], dtype=np.int64),
            np.fromiter((code for row in rows for code in row), np.int64),
        )
        for rows in coded
    ]


def compare(ours: Column, theirs: Column, left: Ints, right: Ints, score: Scorer) -> tuple[Ints, Ints]:
    """For each pair (left[k], right[k]) the best level over all their values, and the code they share (else -1).

    Each two texts are scored once, however many pairs hold them.
    """
    many, few = np.diff(ours.starts)[left], np.diff(theirs.starts)[right]
    pair = np.repeat(np.arange(len(left)), many * few)
    place = np.arange(len(pair)) - np.repeat(np.cumsum(many * few) - many * few, many * few)
    one = ours.codes[ours.starts[left][pair] + place // few[pair]]
    other = theirs.codes[theirs.starts[right][pair] + place % few[pair]]
    low, high = np.minimum(one, other), np.maximum(one, other)
    texts = ours.texts
    both, where = np.unique(low * len(texts) + high, return_inverse=True)
    levels = score([texts[key // len(texts)] for key in both], [texts[key % len(texts)] for key in both])[where]
    best = np.full(len(left), _FAR, dtype=np.int64)
    np.minimum.at(best, pair, levels)
    same = np.full(len(left), -1, dtype=np.int64)
    same[pair[low == high]] = low[low == high]
    return np.where(best == _FAR, NOTHING, best), same


def score_words(ours: list[str], theirs: list[str]) -> Ints:
    """Names and places, folded: a slip is one letter, near is about one in six, remote one in three."""
    slips, likeness = (
        _cpdist(ours, theirs, rapidfuzz.distance.OSA.distance),
        _cpdist(ours, theirs, rapidfuzz.distance.JaroWinkler.similarity),
    )
    longest = np.fromiter((max(len(a), len(b)) for a, b in zip(ours, theirs, strict=True)), np.int64, len(ours))
    levels = np.full(len(ours), UNLIKE, dtype=np.int64)
    levels[(likeness >= 0.75) | (slips <= 0.45 * longest)] = REMOTE
    levels[(likeness >= 0.88) | ((slips <= 2) & (longest >= 6))] = NEAR
    levels[(slips <= 1) & (longest >= 3)] = SLIP
    levels[slips == 0] = SAME
    return levels


def score_given_names(ours: list[str], theirs: list[str]) -> Ints:
    """As words; a short form counts as a slip, an initial as near."""
    levels = score_words(ours, theirs)
    for k in np.flatnonzero(levels > SLIP):
        one, other = ours[k], theirs[k]
        if are_short_forms(one, other):
            levels[k] = SLIP
        elif levels[k] > NEAR and 1 in (len(one), len(other)) and one[0] == other[0]:
            levels[k] = NEAR
    return levels


def score_addresses(ours: list[str], theirs: list[str]) -> Ints:
    """Postal addresses, folded: house, street and place in any order."""
    whole, words = _cpdist(ours, theirs, rapidfuzz.fuzz.ratio), _cpdist(ours, theirs, rapidfuzz.fuzz.token_set_ratio)
    levels = np.full(len(ours), UNLIKE, dtype=np.int64)
    levels[words >= 65] = REMOTE
    levels[(whole >= 75) | (words >= 85)] = NEAR
    levels[whole >= 90] = SLIP
    levels[whole == 100] = SAME
    return levels


def score_emails(ours: list[str], theirs: list[str]) -> Ints:
    """A slip is up to two letters; near is the same part before the @ or most of the whole."""
    slips, whole = _cpdist(ours, theirs, rapidfuzz.distance.OSA.distance), _cpdist(ours, theirs, rapidfuzz.fuzz.ratio)
    heads = np.array([a.split("@")[0] == b.split("@")[0] for a, b in zip(ours, theirs, strict=True)], dtype=bool)
    levels = np.full(len(ours), UNLIKE, dtype=np.int64)
    levels[whole >= 75] = REMOTE
    levels[(whole >= 85) | heads] = NEAR
    levels[slips <= 2] = SLIP
    levels[slips == 0] = SAME
    return levels


def score_birthdays(ours: list[str], theirs: list[str]) -> Ints:
    """The steps of `birthdays.closeness`, of which there is one more than of the others."""
    days = {text: read_birthday(text) for text in {*ours, *theirs}}
    both = ((days[one], days[other]) for one, other in zip(ours, theirs, strict=True))
    return np.fromiter((closeness(a, b) if a and b else NOTHING for a, b in both), np.int64, len(ours))


def _cpdist(ours: list[str], theirs: list[str], scorer: Callable[..., float]) -> Floats:
    return np.asarray(rapidfuzz.process.cpdist(ours, theirs, scorer=scorer), dtype=np.float64) if ours else np.zeros(0)
