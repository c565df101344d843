"""How a name is shown where it cannot be written out: two letters on a colour of its own."""

import unicodedata
from functools import lru_cache
from zlib import crc32

TINTS = 12
KEPT = 4096  # names that come up again on the next page
_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "rev", "fr", "hon"})


@lru_cache(KEPT)
def initials(name: str) -> str:
    """At most two letters to stand for a face: AO for Ann Okafor, M for Mo, 梅 for 梅玲; a dot for no name at all."""
    words = [word for word in name.split() if _letter(word) and word.strip(".").casefold() not in _TITLES]
    letters = [_letter(word) for word in words if word[0] not in "([\"'“‘"] or [_letter(word) for word in words]
    if not letters:
        return _letter(name).upper() or "·"
    return (letters[0] if len(letters) == 1 else letters[0] + letters[-1]).upper()


@lru_cache(KEPT)
def tint(name: str) -> str:
    """The style class of a name's colour: the same name always wears the same of the twelve."""
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    return f"tint-{crc32(folded.encode()) % TINTS + 1}"


def _letter(word: str) -> str:
    return next((char for char in word if char.isalnum()), "")
