"""What of a reader's tags and topics a text touches. Knows no Django."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapport.talk.writing import tag_key
from rapport.topics import shipped
from rapport.topics.words import singular, split

READ = 1500  # signs of a text that are looked at


@dataclass(frozen=True)
class Cares:
    """What somebody reads for: `tags` by key, `topics` by their name in the table (or their folded words), each with
    the word as it is shown."""

    tags: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)

    def tag(self, title: str, borne: Collection[str]) -> str:
        """The key of a tag of theirs that this bears, or that is a word of its title; empty where there is none."""
        if not self.tags:
            return ""
        keys = [*borne, *map(tag_key, title.split())]
        return next((key for key in keys if key in self.tags), "")

    def topic(self, title: str, text: str) -> str:
        """The first topic of theirs that this touches."""
        if not self.topics:
            return ""
        told, words = topics_in(title, text[:READ]), None
        for topic in self.topics:
            if topic in told:
                return topic
            if not shipped().kind(topic):
                words = words or _spelt(title, text[:READ])
                if any(f" {topic} " in line for line in words):
                    return topic
        return ""


@lru_cache(maxsize=4096)
def topics_in(title: str, text: str) -> frozenset[str]:
    """The topics of the table in a title and the text below it."""
    found = [*shipped().find(title, is_title=True), *shipped().find(text)]
    return frozenset(one.topic for one in found)


@lru_cache(maxsize=512)
def _spelt(title: str, text: str) -> tuple[str, str]:
    """The words as they are, and each in its singular: a topic that the table does not know ends in a singular."""
    words = [word.text for word in split(f"{title} . {text}")]
    ended = [singular(word) for word in words]
    return f" {' '.join(words)} ", f" {' '.join(ended)} "
