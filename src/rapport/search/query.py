"""What somebody typed, as words to look for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapport.handles.ways import phone
from rapport.kit.cleaning import one_line
from rapport.kit.folding import words
from rapport.topics import shipped

MOST_WORDS, MOST_LETTERS, MOST_TYPED = 8, 40, 200
_NUMBER = re.compile(r"\+?[\d\s()./\-]{4,40}")

Way = tuple[tuple[str, ...], ...]
"""Folded words: one of each inner tuple must be found."""


@dataclass(frozen=True, slots=True)
class Query:
    """`typed` is the text itself, `words` its folded words, `ways` the ways to look for them, the plainest first;
    `marks` are all words that may be why something was found."""

    typed: str
    words: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    marks: tuple[str, ...] = ()


def read_query(text: str, *, region: str = "") -> Query:
    """Read what was typed. `region` (ISO 3166) is where telephone numbers without a country code are from.

    Topics are also looked for under the name the book keeps them by: lepidoptera are butterflies.
    """
    typed = one_line(text[:MOST_TYPED])
    found = tuple(word[:MOST_LETTERS] for word in words(typed)[:MOST_WORDS])
    if not found:
        return Query(typed)
    ways = [_number(typed, region), tuple(_with_topic(word) for word in found), _topic(typed, found)]
    wanted = tuple(dict.fromkeys(way for way in ways if way))
    return Query(typed, found, wanted, tuple(dict.fromkeys(word for way in wanted for group in way for word in group)))


def groups(way: Way, made: Callable[[str], str]) -> list[list[str]]:
    """The way as fragments for `fts.find`; `made` is `fts.within` or one of its sisters."""
    return [[made(word) for word in group] for group in way]


def _number(typed: str, region: str) -> Way:
    """A telephone number, or the end of one, however it is written."""
    digits = "".join(sign for sign in typed if sign.isdigit())
    if not _NUMBER.fullmatch(typed) or len(digits) < 4 or not digits.isascii():
        return ()
    whole = phone(typed, region).partition(";")[0].lstrip("+")
    return (tuple(dict.fromkeys(number for number in (whole, digits.lstrip("0")) if len(number) >= 3)),)


def _with_topic(word: str) -> tuple[str, ...]:
    topic = _known_topic(word)
    return (word, topic) if topic and topic != word and " " not in topic else (word,)


def _topic(typed: str, found: tuple[str, ...]) -> Way:
    """The topic that all words together name, where it is said in other or more words than one."""
    spelt = words(_known_topic(typed))
    return tuple((word,) for word in spelt) if len(found) > 1 or len(spelt) > 1 else ()


def _known_topic(text: str) -> str:
    topic = shipped().canonical(text)
    return topic if topic in shipped().known else ""
