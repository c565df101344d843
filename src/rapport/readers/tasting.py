"""Interests told in words: the one place where text that an archive brings is searched for topics."""

import re
from collections.abc import Callable, Iterator

from rapport import topics
from rapport.formats.decoding import one_line
from rapport.formats.facts import PersonFact, TalkFact, Taste, When
from rapport.people.confiding import confided
from rapport.topics import Topics

YOUR_NOTE = "your note"
_LONGEST = 20_000  # characters of one text that are searched
_QUOTED = re.compile(
    r"^(-- $|-{2,} ?(Original|Forwarded|Ursprüngliche|Message d)|_{10,}$"
    r"|(On|Am|Le|El|Op|Il|Den) (?=.*(\d{4}|@)).{5,200}:$)",
    re.MULTILINE,
)

# What mail programs write before the subject of an answer, or of a mail passed on, in their languages.
_ANSWER = re.compile(
    r"\s*(re|aw|sv|vs|antw|odp|ynt|fwd?|wg|tr|rv|rif|r|enc|vb|res|回复|答复|转发)\s*(\[\d+\])?\s*[:\uff1a]",
    re.IGNORECASE,
)


class Tasting:
    """Looks for `topics` in what people wrote; `is_confided` says whether a text was meant for the owner alone."""

    def __init__(self, topics: Topics, is_confided: Callable[[str], bool]) -> None:
        self._topics, self._is_confided = topics, is_confided

    def of_talk(self, talk: TalkFact) -> Iterator[tuple[str, str, Taste]]:
        """Sender's key, topic and interest, each topic once; nothing for what the owner wrote, or for mass mail.

        The evidence names date and platform, never a word of the text.
        """
        senders = [party.key for party in talk.parties if party.direction == "in"]
        text = _said(talk)
        if len(senders) != 1 or not text or talk.is_mass:
            return
        evidence = _evidence(talk.kind, talk.channel, talk.when)
        when = talk.when if talk.when.text else None
        for topic, taste in self._tastes(text, talk.channel, evidence, when):
            yield senders[0], topic, taste

    def of_remarks(self, person: PersonFact, platform: str) -> tuple[Taste, ...]:
        """Interests in what the owner noted on somebody."""
        return tuple(
            taste
            for remark in person.remarks
            for _, taste in self._tastes(remark.text[:_LONGEST], platform, YOUR_NOTE, remark.when)
        )

    def _tastes(self, text: str, platform: str, evidence: str, when: When | None) -> Iterator[tuple[str, Taste]]:
        first = {found.topic: found.word for found in reversed(self._topics.find(text))}
        is_confided = bool(first) and self._is_confided(text)
        for topic, word in sorted(first.items()):
            yield topic, Taste(self._alone(topic, word), platform, evidence, when, is_confided)

    def _alone(self, topic: str, word: str) -> str:
        """The word as seen, if without its text it still stands for the topic; else the topic."""
        seen = one_line(word)
        return seen if self._topics.canonical(seen) == topic else topic


def _evidence(kind: str, channel: str, when: When) -> str:
    told = kind if channel == "email" else f"{channel} {kind}"
    return f"{told}, {when.text[:10]}" if when.text else told


def _said(talk: TalkFact) -> str:
    """The sender's own words: of a mail its subject too, unless it answers or passes on somebody else's."""
    text = own_words(talk.text[:_LONGEST])
    is_own = talk.channel == "email" and not _ANSWER.match(talk.subject)
    return f"{talk.subject}\n{text}".strip() if is_own else text


def own_words(text: str) -> str:
    """A message without what it quotes: that was said by somebody else, often by the owner."""
    end = _QUOTED.search(text)
    kept = text[: end.start()] if end else text
    return "\n".join(line for line in kept.split("\n") if not line.startswith(">"))


def shipped() -> Tasting:
    """With the topics that come with Rapport."""
    return Tasting(topics.shipped(), confided)
