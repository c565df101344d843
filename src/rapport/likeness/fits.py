"""How two written names stand to each other, judged on the names alone."""

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

import rapidfuzz

from rapport.likeness.marks import spellings
from rapport.likeness.names import Name
from rapport.likeness.scripts import skeleton
from rapport.likeness.shortnames import are_short_forms
from rapport.likeness.titles import FAMILY_FIRST

LETTERS_FOR_A_SLIP = 9
RESEMBLING = 0.7


class Fit(IntEnum):
    """From the closest to the contradiction."""

    SAME = 0  # the same full name, whatever the order, script or spelling of umlauts
    ONE_WORD = 1  # the same single word, which may be all there is ("Suharto")
    SHORT = 2  # Bill Smith, William Smith
    MIDDLE = 3  # John Paul Smith, John Smith; García, García López
    INITIAL = 4  # J. Smith, John Smith
    ROMANISED = 5  # one reading of the signs or consonants gives the other
    NEAR = 6  # one slip of the pen apart
    PART = 7  # Ann, Ann Berg
    GIVEN = 8  # Brigid O'Daly, Brigid Keane: may have married
    FAMILY_ONLY = 9  # Berg, Ann Berg
    UNSURE = 10  # "Tom & Lisa Berg"; two scripts that cannot be compared; middle names that differ
    UNKNOWN = 11  # no name, or a handle that says nothing
    UNLIKE = 12  # they contradict each other


def best_fit(ours: Iterable[Name], theirs: Iterable[Name]) -> Fit:
    """The closest fit between any name of the one and any name of the other; UNKNOWN if one has none."""
    theirs = tuple(theirs)
    return min((fit(one, other) for one in ours for other in theirs), default=Fit.UNKNOWN)


def fit(one: Name, other: Name) -> Fit:
    """How the names stand to each other; the order of the two does not matter."""
    return _fit(one, other) if (one.folded, one.raw) <= (other.folded, other.raw) else _fit(other, one)


@lru_cache(maxsize=1 << 15)
def _fit(one: Name, other: Name) -> Fit:
    if one.is_joint or other.is_joint:
        return Fit.UNSURE
    if one.is_handle or other.is_handle:
        return _fit_of_handle(one, other)
    if one.script != other.script:
        return _fit_across(one, other)
    if one.script == "signs":
        return _fit_of_signs(one, other)
    found = _fit_within(one, other)
    return Fit.UNSURE if found is Fit.UNLIKE and one.script == "abjad" and one.loose[0] == other.loose[0] else found


def is_slip(one: str, other: str) -> bool:
    """One letter added, lost, changed or two swapped; not the last, which makes Daniel a Daniela and Maria a Mario."""
    if len(one) < 4 or len(other) < 4 or rapidfuzz.distance.OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    return one[:-1] != other[:-1] and one + other[-1:] != other and other + one[-1:] != one


def _fit_of_handle(one: Name, other: Name) -> Fit:
    if one.whole == other.whole:
        return Fit.ONE_WORD
    return Fit.PART if one.loose[0] == other.loose[0] and len(one.loose[0]) > 3 else Fit.UNKNOWN


def _fit_of_signs(one: Name, other: Name) -> Fit:
    if one.raw.replace(" ", "") == other.raw.replace(" ", ""):
        return Fit.SAME if len(one.raw.replace(" ", "")) > 1 else Fit.ONE_WORD
    if sorted(one.words) == sorted(other.words):
        return Fit.ROMANISED
    return Fit.UNSURE if set(one.words) & set(other.words) else Fit.UNLIKE


def _fit_across(one: Name, other: Name) -> Fit:
    """Cyrillic or Greek against Latin letters is sure, vowel-less and sign scripts are a guess."""
    is_sure = {one.script, other.script} == {"latin", "alphabet"}
    bones, others = sorted(map(skeleton, one.words)), sorted(map(skeleton, other.words))
    if bones == others and all(bones):
        if not is_sure:
            return Fit.ROMANISED
        if rapidfuzz.distance.JaroWinkler.similarity(one.folded, other.folded) >= RESEMBLING:
            return Fit.SAME if one.is_full else Fit.ONE_WORD
    if is_sure and (found := _fit_within(one, other)) <= Fit.PART:
        return found
    if "signs" in (one.script, other.script):
        return Fit.ROMANISED if readings(one) & readings(other) else Fit.UNSURE
    return Fit.UNLIKE if is_sure and not set(bones) & set(others) else Fit.UNSURE


def readings(name: Name) -> frozenset[str]:
    """Given names of two syllables and more as one word, read with the family name first and last.

    陳美玲 is Chen Mei Ling to Unidecode and Mei-Ling Chan on her card: only "meiling" is common to both.
    """
    found = {word for word in name.words if len(word) > 4}
    if len(name.words) > 2:
        found |= {"".join(name.words[1:]), "".join(name.words[:-1])}
    return frozenset(word for word in found if len(word) > 4)


def _fit_within(one: Name, other: Name) -> Fit:
    if sorted(one.loose) == sorted(other.loose):
        return Fit.SAME if one.is_full else Fit.ONE_WORD
    if _turns(one) & _turns(other):
        return Fit.SAME
    if not one.is_full or not other.is_full:
        return _fit_of_one_word(one.loose, other.loose)
    straight = _fit_in_order(one.loose, other.loose)
    turned = min(_fit_in_order(_turned(one.loose), other.loose), _fit_in_order(one.loose, _turned(other.loose)))
    best = min(straight, turned) if turned <= Fit.NEAR else straight
    if best > Fit.MIDDLE and _are_called_by_middle(one.loose, other.loose):
        return Fit.MIDDLE
    is_split_elsewhere = len(one.words) != len(other.words)  # "Chan Meilng", "Chan Mei Ling"
    if (
        best > Fit.NEAR
        and is_split_elsewhere
        and len(one.whole) >= LETTERS_FOR_A_SLIP
        and is_slip(one.whole, other.whole)
    ):
        return Fit.NEAR
    return best


def _fit_of_one_word(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Fit:
    short, full = sorted((ours, theirs), key=len)
    if _is_same_given(short[0], full[0]) or short[0] in spellings(full[0], full[-1]):
        return Fit.PART
    if len(full) > 1 and any(short[0] == word or is_slip(short[0], word) for word in full[1:]):
        return Fit.FAMILY_ONLY
    return Fit.NEAR if is_slip(short[0], full[0]) else Fit.UNLIKE


def _fit_in_order(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Fit:
    """Both with the given name first."""
    given, their_given = ours[0], theirs[0]
    if not _is_same_family(ours, theirs):
        if is_slip(ours[-1], theirs[-1]) and _is_same_given(given, their_given):
            return Fit.NEAR
        is_given = _is_same_given(given, their_given) and len(given) > 1 and not {given, their_given} & FAMILY_FIRST
        return Fit.GIVEN if is_given else Fit.UNLIKE
    if given == their_given:
        return Fit.MIDDLE if _are_nested(ours, theirs) else Fit.UNSURE
    if are_short_forms(given, their_given):
        return Fit.SHORT
    if 1 in (len(given), len(their_given)) and given[0] == their_given[0]:
        return Fit.INITIAL
    return Fit.NEAR if is_slip(given, their_given) else Fit.UNLIKE


def _are_called_by_middle(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Anna Maria Berg, Maria Berg."""
    return ours[-1] == theirs[-1] and (ours[0] in theirs[1:-1] or theirs[0] in ours[1:-1])


def _is_same_given(one: str, other: str) -> bool:
    return one == other or are_short_forms(one, other)


def _is_same_family(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return ours[-1] in theirs[1:] or theirs[-1] in ours[1:] or "".join(ours[1:]) == "".join(theirs[1:])


def _are_nested(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the longer name only adds to the shorter; an initial stands for any word it begins."""
    short, full = sorted((ours, theirs), key=len)
    left = list(full)
    for word in short:
        match = next((w for w in left if w == word or (1 in (len(w), len(word)) and w[0] == word[0])), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    return (words[-1], *words[:-1])


def _turns(name: Name) -> set[str]:
    """The whole as one word, straight and with the first or last word moved: Mei Ling Chan, Chan Meiling."""
    words = name.loose
    ways = {name.whole, "".join(words), "".join(_turned(words)), "".join((*words[1:], words[0]))}
    return ways if name.is_full else set()
