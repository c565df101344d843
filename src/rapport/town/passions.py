"""What people love outside work: forty passions, most of them rare, and how a line about one reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from rapport.town.folk import Passion, Person
from rapport.town.truth import Evidence, Topic
from rapport.town.words import rows

STORY = "butterflies"
# Where private passions show; files of the first six kinds are rendered, the others say so in the truth alone.
_ELSEWHERE = ("facebook", "instagram", "x", "mastodon", "bookmarks", "opml")


@dataclass(frozen=True)
class Love:
    """One row of the table: the passion, its synonyms, the title of a gathering about it, the word in a sentence."""

    word: str
    synonyms: tuple[str, ...]
    is_rare: bool
    title: str
    spoken: str


@cache
def loves() -> dict[str, Love]:
    made = (Love(row[1], tuple(row[2].split(";")), row[0] == "rare", row[3], row[4]) for row in rows("passions.tsv"))
    return {love.word: love for love in made}


def rare() -> list[str]:
    return [love.word for love in loves().values() if love.is_rare and love.word != STORY]


def common() -> list[str]:
    return [love.word for love in loves().values() if not love.is_rare]


@cache
def _templates(form: str) -> tuple[str, ...]:
    return tuple(row[1] for row in rows("passion_lines.tsv") if row[0] == form)


def words_about(rng: Random, passion: str, form: str) -> str:
    """A sentence (note message invitation subject), a gathering's title, or for a hobby the bare word."""
    love = loves()[passion]
    if form == "hobby":
        return love.word[0].upper() + love.word[1:]
    if form == "title":
        return love.title
    text = rng.choice(_templates(form)).format(word=love.spoken)
    return text[0].upper() + text[1:]


def with_passions(rng: Random, people: Iterable[Person], shown: Iterable[Evidence]) -> list[Person]:
    """People with two to five passions each: those the evidence shows, then common ones that show elsewhere."""
    seen: dict[str, dict[str, str]] = {}
    for evidence in shown:
        seen.setdefault(evidence.person, {}).setdefault(evidence.passion, evidence.source)
    return [replace(person, passions=_passions(rng, seen.get(person.id, {}))) for person in people]


def _passions(rng: Random, shown: Mapping[str, str]) -> tuple[Passion, ...]:
    found = dict(shown)
    for word in rng.sample(common(), rng.randrange(2, 5)):
        if len(found) < 5:
            found.setdefault(word, rng.choice(_ELSEWHERE))
    return tuple(Passion(word, platform) for word, platform in found.items())


def topics(people: Iterable[Person]) -> tuple[Topic, ...]:
    """All passions with their holders."""
    holders: dict[str, list[str]] = {word: [] for word in loves()}
    for person in people:
        for passion in person.passions:
            holders[passion.word].append(person.id)
    return tuple(Topic(love.word, love.synonyms, love.is_rare, tuple(holders[love.word])) for love in loves().values())
