"""What people write to one another: short lines in their languages, none of which speaks of anybody's passion."""

from functools import cache
from random import Random

from rapport.town.folk import Person
from rapport.town.words import lines, rows

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_EMOJI = ("🙂", "👍", "🙏", "🎉", "☕", "👋")


def say(rng: Random, kind: str, language: str, name: str) -> str:
    """One line of `kind` (open reply thanks hello subject) addressed to `name`."""
    topic = rng.choice(lines("topics.txt"))
    text = rng.choice(_lines(language, kind))
    text = text.format(name=name, topic=topic, Topic=topic[0].upper() + topic[1:], day=rng.choice(_DAYS))
    text = text[0].upper() + text[1:]
    return f"{text} {rng.choice(_EMOJI)}" if kind != "subject" and rng.random() < 0.2 else text


def tongue(rng: Random, person: Person) -> str:
    """The language of a conversation with somebody: English, or sometimes their own."""
    return person.name.language if rng.random() < 0.3 else "en"


def called(person: Person) -> str:
    """What others call somebody."""
    return person.name.nickname or person.name.given


@cache
def _lines(language: str, kind: str) -> tuple[str, ...]:
    return tuple(row[2] for row in rows("phrases.tsv") if row[:2] == (language, kind))
