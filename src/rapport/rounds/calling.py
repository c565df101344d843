"""How somebody is called in a sentence, and which of several wordings is taken."""

from hashlib import blake2b
from typing import TypeVar

from rapport.people.likeness.names import read_names

T = TypeVar("T")
FAMILY_FIRST = frozenset(("zh", "ja", "ko", "hu"))


def called(name: str) -> str:
    """The given name, for an address between people who know one another; the whole where it cannot be told."""
    for read in read_names(name):
        raw = [word for word in name.replace(",", " ").split() if any(letter.isalpha() for letter in word)]
        if read.script == "signs" or len(raw) < 2:
            return " ".join(raw) or name
        return raw[0]
    return name


def one_of(choices: tuple[T, ...], key: str) -> T:
    """The same choice for the same key, so that a round read twice says the same."""
    return choices[
        int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=2).digest(), "big") % len(choices)
    ]
