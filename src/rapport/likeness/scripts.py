"""Which script a name is written in, and how surely its Latin spelling follows from it."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Script = Literal["latin", "alphabet", "abjad", "signs"]

_ABJADS = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")
_SIGNS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "BOPOMOFO", "YI")
_RESPELT = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("tch", "c"), ("ch", "c"), ("zh", "z"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("dj", "j"), ("x", "ks"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"),
)  # fmt: skip
_SILENT = re.compile("[aeiouyj]")
_DOUBLED = re.compile(r"(.)\1+")


def script_of(text: str) -> Script:
    """The script of the first letter that is not Latin, else latin.

    An `alphabet` (Cyrillic, Greek, Devanagari) is spelt in Latin letters by rule. An `abjad` writes no vowels; how
    `signs` are read depends on the language of the bearer.
    """
    for letter in text:
        if letter.isalpha() and not letter.isascii():
            script = unicodedata.name(letter, "LATIN")
            if not script.startswith(("LATIN", "FEMININE", "MASCULINE", "MODIFIER")):
                return "abjad" if script.startswith(_ABJADS) else "signs" if script.startswith(_SIGNS) else "alphabet"
    return "latin"


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The consonants of a folded word in one spelling: Sergei, Sergey and Serguei alike are "srg"."""
    for spelling, sound in _RESPELT:
        word = word.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word))
