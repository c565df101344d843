"""What a source tells of files given as text."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from formats.mutations import dropped
from rapport.formats.facts import Fact, PersonFact
from rapport.readers.source import Choices, Source

T = TypeVar("T")
CHOICES = Choices(now=datetime(2026, 11, 19, 7, 40, tzinfo=UTC), zone="America/Chicago")


def told(source: Source, files: dict[str, str | bytes], **choices: Any) -> list[Fact]:
    """All facts, in order, of what `source` takes from `files` (path -> content)."""
    return list(source.read(source.takes(dropped(files)), replace(CHOICES, **choices)))


def of(kind: type[T], facts: list[Fact]) -> list[T]:
    return [fact for fact in facts if isinstance(fact, kind)]


def people(facts: list[Fact]) -> dict[str, PersonFact]:
    """The first fact of each person by name."""
    found: dict[str, PersonFact] = {}
    for person in of(PersonFact, facts):
        found.setdefault(person.name, person)
    return found
