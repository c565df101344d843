"""What people care about, under one name each: 'Lepidoptera', '#butterflies' and '蝴蝶' are butterflies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from rapport.topics.finding import Finder, Found
from rapport.topics.forms import WORKING_KINDS, Same, Topic
from rapport.topics.nearness import Nearness
from rapport.topics.vocabulary import read
from rapport.topics.words import numbers, singular, split

LIMIT = 120
"""Letters of a topic that a book keeps."""
_PARTS = re.compile(r"\s*(?:[,;/&+\n]|\band\b)\s*")
NO_FONDNESS = frozenset(("endorsement", "Company Follows"))
"""Evidence of interests that somebody else named, or that are a habit of the trade."""


class Near(NamedTuple):
    topic: str
    score: float


@dataclass(frozen=True)
class Topics:
    """The table in use. `joins` are topics the owner has declared to be one: {from: to}."""

    known: Mapping[str, Topic]
    synonyms: Mapping[str, tuple[str, ...]]
    finder: Finder
    joins: Mapping[str, str] = field(default_factory=dict)

    def joined(self, joins: Mapping[str, str]) -> "Topics":
        """The same table with an owner's own joins; cheap."""
        return replace(self, joins=dict(joins))

    def find(self, text: str, *, is_title: bool = False) -> list[Found]:
        """The topics in a text (plain, any language of the table), in order, each with the word and its place.

        `is_title`: a headline, a list of hobbies, the name of a gathering, where everyday words mean what they say.
        """
        found = self.finder.find(text, is_title=is_title)
        return [Found(self.join(topic), word, start) for topic, word, start in found] if self.joins else found

    def canonical(self, word: str, near: str = "") -> str:
        """The topic a word stands for. Never asks for fondness: the word is known to be an interest.

        A word of two senses ('python') is decided by `near`, the text it stood in. Unknown or undecided words are
        topics of their own, in their folded singular. Empty for a word without letters.
        """
        words = [each.text for each in split(word)]
        if not words:
            return ""
        around = {each.text for each in split(near)} - numbers(words[-1])
        for spelt in (words, ["".join(words)]):
            if topic := _decided(self.finder.whole(spelt), around):
                return self.join(topic.name)
        return self.join(" ".join((*words[:-1], singular(words[-1])))[:LIMIT])

    def is_only_pastimes(self, text: str) -> bool:
        """Whether a text is nothing but topics ("sailing, chess and wine"), none of them a line of business."""
        named = [
            _decided(self.finder.whole([w.text for w in split(part)] or [""]), set()) for part in _PARTS.split(text)
        ]
        return all(topic is not None and topic.kind not in WORKING_KINDS for topic in named)

    def join(self, topic: str) -> str:
        """The topic after the owner's own joins."""
        seen = {topic}
        while (further := self.joins.get(topic)) and further not in seen:
            seen.add(further)
            topic = further
        return topic

    def kind(self, topic: str) -> str:
        """nature, sport, art, ... (see vocabulary); empty for a topic that is not in the table."""
        known = self.known.get(topic)
        return known.kind if known else ""

    def is_ambiguous(self, word: str) -> bool:
        """Whether the bare word means several things, so that two people sharing it may share nothing."""
        words = [each.text for each in split(word)]
        return bool(words) and any(form.is_ambiguous for form in self.finder.whole(words))

    def near(self, word: str, limit: int = 5) -> list[Near]:
        """The nearest topics of the table, best first; one that the word stands for comes before all others.

        For 'do you mean': a proposal is asked once and never made silently.
        """
        names = list(self.known)
        scores = self._nearness.scores(word)
        exact = _decided(self.finder.whole([each.text for each in split(word)] or [""]), set())
        if exact:
            scores[names.index(exact.name)] += 10
        best = sorted(range(len(names)), key=lambda at: (-scores[at], names[at]))[:limit]
        return [Near(names[at], round(float(scores[at]), 4)) for at in best if scores[at] > 0]

    @cached_property
    def _nearness(self) -> Nearness:
        return Nearness([(name, *self.synonyms[name]) for name in self.known])


@lru_cache(maxsize=1)
def shipped() -> Topics:
    """The table that comes with Rapport; read once a process."""
    vocabulary = read(files("rapport.topics").joinpath("topics.tsv").read_text(encoding="utf-8"))
    return Topics(vocabulary.topics, vocabulary.synonyms, Finder(vocabulary))


def _decided(same: Same, around: set[str]) -> Topic | None:
    """The topic with most context around; an ambiguous word needs some, and more than its other senses have."""
    told = sorted(((len(form.topic.context & around), form) for form in same if form.topic), key=lambda pair: -pair[0])
    if not told:
        return None
    count, form = told[0]
    is_open = form.is_ambiguous and (not count or (len(told) > 1 and told[1][0] == count))
    return None if is_open else form.topic
