"""Topics in what people write: notes, messages, hashtags, the titles of gatherings.

Whole words only, the longest phrase first, singular or plural. Most messages name no topic at all, so the first look
is one set of words against another; only a text that passes is read closely. Words that may mean something else
need a sign near them: a context word of the topic, or for everyday words that somebody is fond of it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapport.topics.forms import Form, Forms, Same, Topic
from rapport.topics.vocabulary import Vocabulary
from rapport.topics.words import Word, split

CONTEXT_REACH = 12
"""Words to either side in which a context word counts."""
FOND_REACH = 6
GAP = 3
"""Signs that may stand between two words of one phrase."""
STUB = 4
"""Letters by which beginnings of words are looked up; no beginning in the table is shorter."""

_QUICK = re.compile(r"[a-z0-9]+")
_BREAK = re.compile(r"[.,;:!?()\n]")
_RUN_ON = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FOND = frozenset(
    "love loves loved loving lover lovers adore adores enjoy enjoys enjoying fond keen passion passions passionate "
    "hobby hobbies fan fans fanatic enthusiast enthusiasts mad crazy nuts into collect collects collecting collector "
    "play plays playing club society association nerd geek buff interest interests interested favourite favorite "
    "obsessed amateur competition championship course class classes lesson lessons festival took started grows breeds "
    "keeps practises practices weekend weekends spare outside sundays saturdays retired spends learning "
    "teaches taught workshop tour trail "
    "liebt liebe begeistert leidenschaft hobbys verein sammelt spielt encanta gusta apasiona aficion aficionado "
    "aficionada hobbies pasion adora aime passionne passionnee elsker liker interessert hobbyer alskar gillar "
    "intresse gra breathnu любит люблю увлекается увлечение хобби обожает شغف يحب تحب هواية शौक पसंद शौकीन".split()
)
_SPEAK = frozenset("talk talks talked talking told tells ask asks asked chat chatted spoke speaks".split())
_AVERSE = frozenset("hate hates hated dislike dislikes allergic afraid phobia scared loathes never".split())
_NOT = frozenset(
    [("not", "into"), ("no", "interest"), ("not", "interested"), ("t", "like"), ("t", "stand"), ("not", "like")]
)
_HOUSES = frozenset(
    "hotel hotels inn street road lane avenue square terrace cafe bar pub restaurant bistro airlines airways bank ltd "
    "limited inc llc plc gmbh group partners holdings capital records cars plc arms theatre cinema school".split()
)


class Found(NamedTuple):
    """`word` as written, `start` its place in the text."""

    topic: str
    word: str
    start: int


class Finder:
    """All forms of a vocabulary, ready to be found. Built once; `find` may be called from many threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        exact, begun, run_on = list[tuple[str, Same]](), list[tuple[str, Same]](), dict[str, str]()
        for words, same in vocabulary.forms.items():
            is_begun = words[0].endswith("*")
            (begun if is_begun else exact).append((words[0][:STUB] if is_begun else words[0], same))
            if same[0].topic and _RUN_ON.search("".join(words)):
                run_on["".join(words)] = same[0].topic.name
        self._exact, self._begun = Forms(exact, vocabulary.topics), Forms(begun, vocabulary.topics)
        self._run_on = run_on
        self._run_on_pattern = re.compile("|".join(map(re.escape, sorted(run_on, key=len, reverse=True))) or r"(?!)")

    def find(self, text: str, *, is_title: bool = False) -> list[Found]:
        """The topics of a text in order, each place once. Anything may be in the text; nothing is an error.

        `is_title`: a headline, a list of hobbies, the name of a gathering, where everyday words mean what they say.
        """
        if text.isascii() and "#" not in text and not self._may_hold(text):
            return []
        found = list(self._read(text, split(text), is_title))
        if not text.isascii() and _RUN_ON.search(text):
            taken = {each.start for each in found}
            found += [
                Found(self._run_on[match.group()], match.group(), match.start())
                for match in self._run_on_pattern.finditer(text)
                if match.start() not in taken
            ]
        return sorted(found, key=lambda each: each.start)

    def whole(self, words: Sequence[str]) -> Same:
        """The forms that these words are, from the first to the last."""
        spelt = [Word(word, 0, 0) for word in words]
        for same in self._candidates(spelt[0].text):
            if len(same[0].words) == len(spelt) and _matches(same[0].words, spelt):
                return same
        return ()

    def _may_hold(self, text: str) -> bool:
        words = set(_QUICK.findall(text.lower()))
        if any(self._exact.may_begin(head, words) for head in self._exact.keys & words):
            return True
        return not self._begun.keys.isdisjoint([word[:STUB] for word in words])

    def _read(self, text: str, words: list[Word], is_title: bool) -> Iterator[Found]:
        at = 0
        while at < len(words):
            step = 1
            for same in self._candidates(words[at].text):
                end = at + len(same[0].words)
                if not _matches(same[0].words, words[at:end]) or not _is_together(text, words[at:end]):
                    continue
                if same[0].topic is None:
                    step = end - at
                    break
                if topic := _meant(same, text, words, at, end, is_title):
                    step = end - at
                    start, stop = words[at].start, words[end - 1].end
                    yield Found(topic.name, text[start:stop], start)
                    break
            at += step

    def _candidates(self, word: str) -> Sequence[Same]:
        return self._exact.get(word) + self._begun.get(word[:STUB])


def _matches(form: tuple[str, ...], words: Sequence[Word]) -> bool:
    if len(form) == 1 and form[0] == words[0].text:
        return True
    return len(form) == len(words) and all(
        word.text.startswith(part[:-1]) if part[-1] == "*" else word.text == part
        for part, word in zip(form, words, strict=True)
    )


def _is_together(text: str, words: Sequence[Word]) -> bool:
    return all(
        after.start - before.end <= GAP and not _BREAK.search(text, before.end, after.start)
        for before, after in zip(words, words[1:], strict=False)
    )


def _meant(same: Same, text: str, words: list[Word], at: int, end: int, is_title: bool) -> Topic | None:
    """The topic meant by these forms here, if any."""
    if _is_a_name(text, words, at, end) or _is_disliked(words, at):
        return None
    around = _around(words, at, end, CONTEXT_REACH)
    told = sorted(((len(form.topic.context & around), form) for form in same if form.topic), key=lambda pair: -pair[0])
    count, form = told[0]
    if form.is_ambiguous and (not count or (len(told) > 1 and told[1][0] == count)):
        return None
    is_sure = count or is_title or not form.is_everyday
    return form.topic if is_sure or _is_fond(text, words, at, end, form) else None


def _is_fond(text: str, words: list[Word], at: int, end: int, form: Form) -> bool:
    if words[at].start > 0 and text[words[at].start - 1] == "#":
        return True
    before = [word.text for word in words[max(0, at - 4) : at]]
    is_talked_about = not form.is_work and "about" in before and not _SPEAK.isdisjoint(before)
    return is_talked_about or not _FOND.isdisjoint(_around(words, at, end, FOND_REACH))


def _around(words: list[Word], at: int, end: int, reach: int) -> set[str]:
    return {word.text for word in words[max(0, at - reach) : at] + words[end : end + reach]}


def _is_a_name(text: str, words: list[Word], at: int, end: int) -> bool:
    """'the Monarch Hotel', 'Hotel Mariposa', 'Orchid Street' name a house, not a passion."""
    if not text[words[at].start].isupper():
        return False
    beside = words[max(0, at - 1) : at] + words[end : end + 1]
    return any(word.text in _HOUSES and text[word.start].isupper() for word in beside)


def _is_disliked(words: list[Word], at: int) -> bool:
    before = [word.text for word in words[max(0, at - 4) : at]]
    return not _AVERSE.isdisjoint(before) or not _NOT.isdisjoint(zip(before, before[1:], strict=False))
