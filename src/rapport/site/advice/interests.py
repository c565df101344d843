"""Are two words the same passion? Held-out synonyms of professional skills must find their skill among thousands.

One synonym of each skill is the name, another the question; the rest may be known beforehand or not. The file's
column of preferred labels is shifted against its synonyms and is not used.
"""

import csv
from pathlib import Path

import numpy as np

from rapport.site.advice.figures import Figure
from rapport.topics import shipped
from rapport.topics.nearness import Nearness

FILE = "interests/esco_skills_en.csv"
ASKED = 1000
NAME_ONLY_REACH, KNOWN_REACH = 0.60, 0.82


def evaluate(folder: Path) -> list[Figure]:
    """Top-1 by the names alone and with the other synonyms known, and whether lepidoptera finds butterflies."""
    if not (folder / FILE).is_file():
        return []
    names, others, questions = _drawn(_skills(folder / FILE))
    rare = shipped().near("lepidoptera", 1)
    return [
        Figure("synonyms, top 1", "label only", top_one([[name] for name in names], questions), NAME_ONLY_REACH),
        Figure(
            "synonyms, top 1",
            "with synonyms",
            top_one([[name, *rest] for name, rest in zip(names, others, strict=True)], questions),
            KNOWN_REACH,
        ),
        Figure("lepidoptera finds butterflies", "topics", float(bool(rare) and rare[0].topic == "butterflies"), 1.0),
    ]


def top_one(names: list[list[str]], questions: dict[int, str]) -> float:
    """How often the right name comes first."""
    index = Nearness(names)
    return sum(int(np.argmax(index.scores(asked))) == right for right, asked in questions.items()) / len(questions)


def _skills(file: Path) -> list[list[str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        cells = [row["altLabels"] for row in csv.DictReader(lines) if row["altLabels"]]
    spelt = ([word.strip().lower() for word in cell.split("\n") if word.strip()] for cell in cells)
    return [list(dict.fromkeys(words)) for words in spelt]


def _drawn(skills: list[list[str]]) -> tuple[list[str], list[list[str]], dict[int, str]]:
    """Names, their other synonyms, and a thousand questions by the number of the right name; the same each time."""
    draw = np.random.default_rng(0)
    names, others, asked = [], [], []
    for words in skills:
        if len(words) >= 2:
            name, question = draw.choice(len(words), 2, replace=False)
            names.append(words[name])
            asked.append(words[question])
            others.append([word for at, word in enumerate(words) if at not in {name, question}])
    chosen = draw.choice(len(names), min(ASKED, len(names)), replace=False)
    return names, others, {int(at): asked[at] for at in chosen}
