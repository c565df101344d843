"""How somebody is called in a sentence, and which of several wordings is taken."""

from hashlib import blake2b
from typing import TypeVar

from rapport.likeness.names import fold, read_names

T = TypeVar("T")


def called(name: str) -> str:
    """The given name, for an address between people who know one another: "Rana" of "Dr Rana Haddad, MBA" and of
    "Haddad, Rana". The whole where it cannot be told, as with names in signs."""
    for read in read_names(name):
        words = [word for word in name.replace(",", " ").split() if any(letter.isalpha() for letter in word)]
        named = [word for word in words if _is_of(word, read.words)]
        if read.script == "signs" or len(named) < 2:
            return " ".join(named or words) or name
        before, comma, behind = name.partition(",")
        given = [word for word in behind.split() if _is_of(word, read.words)] if comma else []
        is_turned = bool(given) and sum(_is_of(word, read.words) for word in before.split()) == 1
        return given[0] if is_turned else named[0]
    return name


def _is_of(word: str, words: tuple[str, ...]) -> bool:
    return bool(set(fold(word).split()) & set(words))


def one_of(choices: tuple[T, ...], key: str) -> T:
    """The same choice for the same key, so that what is read twice says the same."""
    place = int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=2).digest(), "big")
    return choices[place % len(choices)]
