"""The shipped table of topics, read: what each topic is, and every way to write it.

A row of `topics.tsv` is topic, kind, other words, context, and phrases that are not meant. A mark after a word says
how far it may be trusted: `python?` needs a context word near it, `wine~` is an everyday word and needs a sign of
fondness, `roses!` has no other number ("prices rose"), `schmetterling*` begins a word. Words of business and
industry are everyday words always: "the plumber comes at nine" is no interest in plumbing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from rapport.topics.forms import WORKING_KINDS, Form, Same, Topic
from rapport.topics.words import numbers, split

_ARTICLES = ("", "ال", "و", "وال", "بال", "لل")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    topics: Mapping[str, Topic]
    synonyms: Mapping[str, tuple[str, ...]]
    forms: Mapping[tuple[str, ...], Same]
    """By their words; several forms share the words of an ambiguous one. A word ending in * begins a word."""


def read(table: str) -> Vocabulary:
    """A table from its text. A row that is not five columns, or a plain word claimed by two topics, is a ValueError."""
    topics: dict[str, Topic] = {}
    synonyms: dict[str, tuple[str, ...]] = {}
    forms: dict[tuple[str, ...], dict[Form, None]] = {}
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        name, kind, others, context, not_meant = line.split("\t")
        topic = topics[name] = Topic(name, kind, _context(context))
        marked = [word for word in others.split("|") if word]
        plain = {word.rstrip("?~!*"): word for word in marked}
        synonyms[name] = tuple(sorted(plain.keys() - {name}))
        for word in (plain.get(name, name), *marked):
            for form in _spellings(word, topic):
                forms.setdefault(form.words, {})[form] = None
        for phrase in filter(None, not_meant.split("|")):
            form = Form(tuple(each.text for each in split(phrase)), None)
            forms.setdefault(form.words, {})[form] = None
    return Vocabulary(topics, synonyms, {words: _settled(found) for words, found in forms.items()})


def _context(words: str) -> frozenset[str]:
    return frozenset(number for word in split(words.replace("|", " ")) for number in numbers(word.text))


def _spellings(marked: str, topic: Topic) -> set[Form]:
    """A word of the table in all the ways it is written: both numbers, run together, with the Arabic article."""
    word = marked.rstrip("?~!")
    marks = marked[len(word) :]
    parts = [each.text + "*" * (word[each.end : each.end + 1] == "*") for each in split(word)]
    last = parts[-1]
    endings = {last} if "!" in marks or "*" in last else numbers(last)
    spelt = {(*parts[:-1], ending) for ending in endings}
    if len(parts) > 1 and "*" not in word and word.isascii():
        spelt |= {("".join(words),) for words in spelt}
    if "\u0600" <= word[0] <= "\u06ff":
        spelt = {(article + words[0], *words[1:]) for article, words in product(_ARTICLES, spelt)}
    is_everyday = "~" in marks or topic.kind in WORKING_KINDS
    return {Form(words, topic, is_everyday, "?" in marks) for words in spelt}


def _settled(found: Mapping[Form, None]) -> Same:
    """A plain word belongs to one topic; only words that need context may have several."""
    sure = [form for form in found if form.topic and not form.is_ambiguous]
    names = sorted({form.topic.name for form in sure if form.topic})
    if len(names) > 1:
        raise ValueError(f"'{' '.join(sure[0].words)}' belongs to {' and '.join(names)}")
    return tuple(sure[:1] or [form for form in found if form.topic] or found)
