"""Cards for the tests, and the facts that come out of them."""

from datetime import UTC, datetime

from formats.mutations import dropped
from rapport.formats.facts import DroppedFact, Fact, PersonFact, SkippedFact
from rapport.readers.source import Choices
from rapport.readers.sources.vcards import VCARDS

NOW = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)
LONDON = Choices(now=NOW, zone="Europe/London")


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def facts(files: dict[str, bytes | str] | bytes | str, choices: Choices = LONDON) -> list[Fact]:
    """What the source says of one file (its content) or of several (path -> content)."""
    whole = dropped(files if isinstance(files, dict) else {"contacts.vcf": files})
    return list(VCARDS.read(VCARDS.takes(whole), choices))


def people(files: dict[str, bytes | str] | bytes | str, choices: Choices = LONDON) -> list[PersonFact]:
    return [fact for fact in facts(files, choices) if isinstance(fact, PersonFact)]


def person(*lines: str, version: str = "3.0") -> PersonFact:
    """The one person of one card."""
    (found,) = people(card(*lines, version=version))
    return found


def dropped_from(files: bytes | str) -> list[tuple[str, str]]:
    return [(fact.where, fact.why) for fact in facts(files) if isinstance(fact, DroppedFact)]


def skipped_from(files: dict[str, bytes | str] | bytes | str) -> list[str]:
    return [fact.why for fact in facts(files) if isinstance(fact, SkippedFact)]
