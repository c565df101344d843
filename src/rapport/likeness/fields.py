"""The fields that dirty records are weighed by, read into columns once for a whole book."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rapport.likeness.levels import (
    Column,
    Floats,
    Scorer,
    columns,
    score_addresses,
    score_birthdays,
    score_emails,
    score_words,
)
from rapport.likeness.names import fold
from rapport.likeness.traits import Traits

NAMES = ("given", "family")
CHANCE_OF_A_NAME = 3e-3
CHANCES_BELIEVED = 200.0  # weight of `chance` against what the book counts


@dataclass(frozen=True, slots=True)
class Field:
    """`chance` is how often two strangers agree on a value, before the book has spoken."""

    name: str
    read: Callable[[Traits], tuple[str, ...]]
    score: Scorer
    chance: float


FIELDS = (
    Field(
        "birthday", lambda traits: tuple(f"{y:04}{m:02}{d:02}" for y, m, d in traits.birthdays), score_birthdays, 5e-5
    ),
    Field("email", lambda traits: tuple(sorted(traits.emails)), score_emails, 1e-5),
    Field("postcode", lambda traits: tuple(sorted(traits.postcodes)), score_words, 2e-3),
    Field("address", lambda traits: tuple(sorted(traits.addresses)), score_addresses, 1e-4),
    Field("locality", lambda traits: tuple(sorted(traits.localities)), score_words, 2e-2),
    Field("organization", lambda traits: tuple(sorted(traits.organizations)), score_words, 1e-2),
)


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` by field, and for each text of a column how rare it is; the last entry is 1, for no agreement."""

    columns: dict[str, Column]
    rarity: dict[str, Floats]

    @staticmethod
    def of(people: Sequence[Traits]) -> "Table":
        given, family = columns([given_names(each) for each in people], [family_names(each) for each in people])
        found = {field.name: columns([field.read(each) for each in people])[0] for field in FIELDS}
        found |= {"given": given, "family": family}
        chances = {field.name: field.chance for field in FIELDS}
        rarity = {name: _rarity(column, chances.get(name, CHANCE_OF_A_NAME)) for name, column in found.items()}
        return Table(found, rarity)


def given_names(traits: Traits) -> tuple[str, ...]:
    """As the source keeps it, else the first word of each name; as one word."""
    record = traits.record
    if record.given or record.family:
        return (fold(record.given).replace(" ", ""),)
    return tuple(dict.fromkeys(name.words[0] for name in traits.names if not name.is_handle))


def family_names(traits: Traits) -> tuple[str, ...]:
    """As the source keeps it, else the last word of each full name."""
    record = traits.record
    if record.given or record.family:
        return (fold(record.family).replace(" ", ""),)
    return tuple(dict.fromkeys(name.words[-1] for name in traits.full_names))


def _rarity(column: Column, chance: float) -> Floats:
    """How often each text is met again, taking the second that bears it for a stranger: a small book boasts less."""
    counts = np.bincount(column.codes, minlength=len(column.texts))
    others = np.maximum(counts - 1, 0)
    return np.append((others + CHANCES_BELIEVED * chance) / (counts.sum() + CHANCES_BELIEVED), 1.0)
