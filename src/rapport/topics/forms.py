"""Every way to write a topic, ready to be looked up by its first word.

The table is kept as text and made into forms where one is asked for: as objects the shipped one takes five times the
memory, in each process of the server, for words of which a few hundred ever come up.
"""

from collections.abc import Iterable, KeysView, Mapping
from dataclasses import dataclass
from functools import lru_cache

WORKING_KINDS = frozenset({"business", "industry"})
_UNPACKED = 4096  # first words whose forms are kept made


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    kind: str
    """nature, sport, art, craft, food, learning, travel, home, tech, community, business or industry"""
    context: frozenset[str]
    """Folded words that show which sense is meant."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a topic, as folded words. `topic` None: a phrase that looks like one and is not meant."""

    words: tuple[str, ...]
    topic: Topic | None
    is_everyday: bool = False
    is_ambiguous: bool = False

    @property
    def is_work(self) -> bool:
        return self.topic is not None and self.topic.kind in WORKING_KINDS


Same = tuple[Form, ...]
"""Forms of the same words: several only where the words are ambiguous."""


class Forms:
    """Forms by a key each, those of more and longer words first. May be asked from many threads."""

    def __init__(self, keyed: Iterable[tuple[str, Same]], topics: Mapping[str, Topic]) -> None:
        found: dict[str, list[Same]] = {}
        for key, same in keyed:
            found.setdefault(key, []).append(same)
        self._lines = {key: "\n".join(map(_packed, sorted(several, key=_longest))) for key, several in found.items()}
        self._topics = topics
        self._made = lru_cache(_UNPACKED)(self._unpacked)

    @property
    def keys(self) -> KeysView[str]:
        return self._lines.keys()

    def get(self, key: str) -> tuple[Same, ...]:
        return self._made(key)[0] if key in self._lines else ()

    def may_begin(self, key: str, words: set[str]) -> bool:
        """Whether a form of this key may stand among `words`: its second word is there, or none needs to be."""
        seconds = self._made(key)[1]
        return not seconds or not seconds.isdisjoint(words)

    def _unpacked(self, key: str) -> tuple[tuple[Same, ...], frozenset[str]]:
        """The forms of a key, and the words one of which must follow: none where the first stands alone or before a
        mere beginning."""
        candidates = tuple(self._same(line) for line in self._lines[key].split("\n"))
        spelt = [same[0].words for same in candidates]
        is_open = any(len(words) == 1 or words[1].endswith("*") for words in spelt)
        return candidates, frozenset() if is_open else frozenset(words[1] for words in spelt)

    def _same(self, line: str) -> Same:
        spelt, *meant = line.split("\t")
        words = tuple(spelt.split(" "))
        return tuple(
            Form(words, self._topics[name] if name else None, "~" in marks, "?" in marks)
            for marks, _, name in (each.partition(":") for each in meant)
        )


def _longest(same: Same) -> tuple[int, int]:
    return -len(same[0].words), -len(same[0].words[0])


def _packed(same: Same) -> str:
    """'birds of prey', then for each sense its marks and topic: '~?:falconry'."""
    meant = (
        f"{'~' * form.is_everyday}{'?' * form.is_ambiguous}:{form.topic.name if form.topic else ''}" for form in same
    )
    return "\t".join([" ".join(same[0].words), *meant])
