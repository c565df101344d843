"""A text as words that can be compared: lower case, without accents, each with its place in the text.

Scripts without spaces come as one long word; hashtags written #LikeThis come apart.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0962\u0963"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_HUMP = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_ACCENT = re.compile(r"[\u0300-\u036f\u064b-\u065f]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_KEPT_S = ("ss", "us", "is", "as", "os", "ics")


class Word(NamedTuple):
    """`text` is folded; `start` and `end` are places in the text as it was."""

    text: str
    start: int
    end: int


def split(text: str) -> list[Word]:
    """The words of a text in order. #BrassBands gives brass and bands; other marks between words are dropped."""
    if text.isascii() and "#" not in text:
        return [Word(match.group(), *match.span()) for match in _PLAIN_WORD.finditer(text.lower())]
    words = []
    for match in _WORD.finditer(text):
        start, whole = match.start(), match.group()
        if start and text[start - 1] == "#" and whole.isascii() and not whole.islower():
            words += [
                Word(hump.group().lower(), start + hump.start(), start + hump.end()) for hump in _HUMP.finditer(whole)
            ]
        else:
            words.append(Word(fold(whole), start, match.end()))
    return words


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """One word for comparison: 'Orchidée' is 'orchidee', 'Straße' is 'strasse', 'ёж' is 'еж'."""
    if word.isascii():
        return word.lower()
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS)))
    return unicodedata.normalize("NFC", plain)


def numbers(word: str) -> set[str]:
    """The word with its other number, by the common rules of English spelling: butterfly, butterflies."""
    if not word.isascii() or len(word) < 3 or word.isdigit():
        return {word}
    return {word, plural(word), singular(word)}


def plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_KEPT_S) and len(word) > 3:
        return word[:-1]
    return word
