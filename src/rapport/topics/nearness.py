"""Which of many names, each with its synonyms, is nearest to a word: for 'did you mean', never to join silently.

Four voices are added up, each between 0 and 1 before its weight: likeness of short letter runs (TF-IDF cosine over
character 2- to 4-grams), likeness of words and word pairs, the share of the asked letter runs that a name has, and
words that stand for each other. The last is learnt from the synonyms themselves: 'oversee' and 'manage' turn up in
synonyms of the same names but not side by side. On held-out synonyms of 4,000 professional skills the right one
comes first in 60 of 100 cases by one label each, in 85 with the other synonyms known.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from rapport.topics.words import split

Scores = NDArray[np.float64]

RUNS, WORDS, SHARE, LINKS = 2.0, 1.0, 0.8, 1.0
"""Weights of the voices."""
MIN_LINK = 0.1
"""Dice coefficient from which two words stand for each other."""
LINK_PULL = 2.0


class Nearness:
    """An index over names; `names[i]` holds the name and its synonyms in any order. Built once, asked often."""

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        spelt = [[" ".join(word.text for word in split(form)) for form in forms] for forms in names]
        self._runs = _Index([_counted(runs, forms) for forms in spelt])
        self._words = _Index([_counted(words_and_pairs, forms) for forms in spelt])
        self._meant = _Index([Counter(dict.fromkeys(_counted(str.split, forms), 1)) for forms in spelt])
        self._links = _links(spelt)

    def scores(self, word: str) -> Scores:
        """One score a name, higher is nearer, 0 for nothing in common; the scale is the same within one index."""
        asked = " ".join(each.text for each in split(word))
        runs_asked = Counter(runs(asked))
        total = RUNS * self._runs.cosine(self._runs.weighed(runs_asked))
        total += SHARE * self._runs.share(runs_asked)
        total += WORDS * self._words.cosine(self._words.weighed(Counter(words_and_pairs(asked))))
        if self._links:
            total += LINKS * self._meant.cosine(self._expanded(asked.split()))
        return total

    def _expanded(self, asked: Iterable[str]) -> dict[str, float]:
        weights: dict[str, float] = defaultdict(float)
        for word, weight in self._meant.weighed(Counter(dict.fromkeys(asked, 1))).items():
            weights[word] += weight
            for other, link in self._links.get(word, {}).items():
                weights[other] += LINK_PULL * link * weight
        return weights


def runs(text: str) -> list[str]:
    """Runs of 2 to 4 letters within each word, its two edges included."""
    padded = [f" {word} " for word in text.split()]
    return [word[at : at + size] for word in padded for size in (2, 3, 4) for at in range(len(word) - size + 1)]


def words_and_pairs(text: str) -> list[str]:
    words = text.split()
    return words + [f"{one} {two}" for one, two in pairwise(words)]


class _Index:
    """An inverted index with TF-IDF weights (tf as 1 + ln tf, idf as ln((1 + n) / (1 + df)) + 1)."""

    def __init__(self, documents: Sequence[Counter[str]]) -> None:
        self._count = len(documents)
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, document in enumerate(documents):
            for feature, times in document.items():
                postings[feature].append((number, 1 + math.log(times)))
        self._rarity = {key: math.log((1 + self._count) / (1 + len(rows))) + 1 for key, rows in postings.items()}
        self._rows = {key: np.array([number for number, _ in rows], np.intp) for key, rows in postings.items()}
        self._weights = {
            key: np.array([weight for _, weight in rows]) * self._rarity[key] for key, rows in postings.items()
        }
        squares = np.zeros(self._count)
        for key, rows_of in self._rows.items():
            squares[rows_of] += self._weights[key] ** 2
        self._lengths = np.sqrt(np.maximum(squares, 1e-12))

    def weighed(self, counted: Counter[str]) -> dict[str, float]:
        """TF-IDF weights of a query; features the index has never seen are left out."""
        known = ((key, times) for key, times in counted.items() if key in self._rarity)
        return {key: (1 + math.log(times)) * self._rarity[key] for key, times in known}

    def cosine(self, query: dict[str, float]) -> Scores:
        scores = self._gathered((key, weight * self._weights[key]) for key, weight in query.items())
        length = math.sqrt(sum(weight * weight for weight in query.values())) or 1.0
        return scores / length / self._lengths

    def share(self, counted: Counter[str]) -> Scores:
        """How much of the query's known features, by rarity, each document holds."""
        known = [key for key in counted if key in self._rarity]
        whole = sum(self._rarity[key] for key in known) or 1.0
        return self._gathered((key, np.full(len(self._rows[key]), self._rarity[key])) for key in known) / whole

    def _gathered(self, parts: Iterable[tuple[str, Scores]]) -> Scores:
        pairs = [(self._rows[key], values) for key, values in parts]
        if not pairs:
            return np.zeros(self._count)
        rows, values = (np.concatenate(column) for column in zip(*pairs, strict=True))
        gathered: Scores = np.asarray(np.bincount(rows, values, self._count), np.float64)
        return gathered


def _counted(features: Callable[[str], Iterable[str]], forms: Iterable[str]) -> Counter[str]:
    return Counter(feature for form in forms for feature in features(form))


def _links(spelt: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    """Words that stand for each other: together in many names, but seldom side by side in one synonym."""
    names: Counter[str] = Counter()
    apart: Counter[tuple[str, str]] = Counter()
    for forms in spelt:
        words = {word for form in forms for word in form.split()}
        names.update(words)
        if len(forms) > 1:
            beside = {pair for form in forms for pair in combinations(sorted(set(form.split())), 2)}
            apart.update(pair for pair in combinations(sorted(words), 2) if pair not in beside)
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, two), times in apart.items():
        dice = 2 * times / (names[one] + names[two])
        if dice > MIN_LINK:
            links[one][two] = links[two][one] = dice
    return links
