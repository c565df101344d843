"""Showing in a text what was looked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapport.kit.folding import spread, words

AROUND = 70  # letters shown on either side of the first find in a long text


class Part(NamedTuple):
    text: str
    is_found: bool = False


def holds(text: str, wanted: Iterable[str]) -> bool:
    """Whether one of the wanted folded words is in the text, by the rule of the index: anywhere in a word, one or two
    letters at its beginning."""
    said = words(text)
    return any((word in one) if len(word) >= 3 else one.startswith(word) for word in wanted for one in said)


def marked(text: str, wanted: Sequence[str]) -> list[Part]:
    """The text in parts, with what was found apart; a long text is cut to the surroundings of the first find."""
    finds = _finds(text, wanted)
    first, last = _cut(text, finds)
    parts, at = [Part("…")] if first else [], first
    for start, end in finds:
        if at <= start and end <= last:
            parts += [Part(text[at:start]), Part(text[start:end], True)]
            at = end
    parts += [Part(text[at:last]), Part("…" if last < len(text) else "")]
    return [part for part in parts if part.text]


def _finds(text: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches of the text, in order, never overlapping."""
    folded, places = spread(text)
    found = [stretch for word in wanted if not word.isdecimal() for stretch in _places(word, folded, places)]
    digits = [(sign, place) for sign, place in zip(folded, places, strict=True) if sign != " "]
    close = "".join(sign for sign, _ in digits)  # a telephone number is one word, however it is grouped
    for word in wanted:
        if word.isdecimal():
            found += _places(word, close, [place for _, place in digits])
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda find: (find[0], -find[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _places(word: str, folded: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    at = folded.find(word)
    while at >= 0:
        if len(word) >= 3 or at == 0 or folded[at - 1] == " ":
            yield places[at], places[at + len(word) - 1] + 1
        at = folded.find(word, at + len(word))


def _cut(text: str, finds: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if len(text) <= 3 * AROUND:
        return 0, len(text)
    start, end = finds[0] if finds else (0, 0)
    first, last = max(0, start - AROUND), min(len(text), end + 2 * AROUND)
    if first:
        first = text.rfind(" ", 0, first + 1) + 1 or first
    return first, last
