"""One spelling for what is compared when searching: lower case, Latin letters without accents, no signs."""

import re
from collections.abc import Sequence

from unidecode import unidecode

_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = re.compile(r"[^\W_]+")
_LATIN = re.compile("[a-zA-Z]")
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}
_SILENT = str.maketrans("", "", "'`")  # O'Brien and OBrien are one word
# Cyrillic and Greek letters that cannot be told from a Latin one by eye. In a word that mixes scripts they are taken
# for it; in a word of their own they are letters in their own right, spelt by their sound.
_LOOKS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЬаеѕіјорсухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυχ",
    "ABESIJKMHOPCTYXbaesijopcyxdqwhABEZHIKMNOPTYXavoptux",
)


def words(text: str) -> list[str]:
    """The folded words of a text: "Øystein O’Brien_3" is oystein, obrien, 3; signs without a sound vanish."""
    plain = text if text.isascii() else unidecode(_unmasked(text), errors="ignore")
    return _WORD.findall(plain.lower().translate(_SILENT))


def looking_like(text: str) -> list[str]:
    """The words as an eye takes them that knows Latin letters only; empty where that is no different."""
    seen = [] if text.isascii() else words(text.translate(_LOOKS))
    return seen if seen != words(text) else []


def spread(text: str) -> tuple[str, Sequence[int]]:
    """The text folded in one string, a space for every sign between words, and for each of its letters the place in
    `text` it came from."""
    if text.isascii() and text.translate(_SILENT) == text:
        return text.lower().translate(_SPACED), range(len(text))
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(_unmasked(text)):
        plain = letter if letter.isascii() else unidecode(letter, errors="ignore")
        for sign in plain.lower().translate(_SILENT):
            folded.append(sign if _WORD.match(sign) else " ")
            places.append(place)
    return "".join(folded), places


def _unmasked(text: str) -> str:
    """Look-alike letters replaced in words that also hold Latin ones; as long as before."""
    return text if text.isascii() else _LETTERS.sub(lambda word: _plain(word.group()), text)


def _plain(word: str) -> str:
    return word.translate(_LOOKS) if _LATIN.search(word) else word
