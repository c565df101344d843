"""Where people live: Port Amaranth, towns around it, and places far away with their zones."""

from dataclasses import dataclass
from functools import cache
from random import Random

from rapport.town.words import rows


@dataclass(frozen=True)
class Place:
    key: str
    city: str
    country: str
    zone: str
    dial: str
    language: str


@cache
def places() -> dict[str, Place]:
    return {row[0]: Place(*row) for row in ((*cells, "")[:6] for cells in rows("places.tsv"))}


def home_for(rng: Random, language: str) -> str:
    """Two in three live in town, the others nearby or where their language is spoken."""
    roll = rng.random()
    if roll < 0.66:
        return "amaranth"
    if roll < 0.8:
        return rng.choice(("london", "leeds", "swansea", "aberdeen"))
    return rng.choice([place.key for place in places().values() if place.language == language] or ["amaranth"])
