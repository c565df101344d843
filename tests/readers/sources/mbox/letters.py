"""Mails and mailboxes made by the tests that read them."""

from collections.abc import Iterable
from datetime import UTC, datetime

from formats.mutations import member
from rapport.formats.facts import Fact
from rapport.readers.source import Choices
from rapport.readers.sources.mbox import SOURCE

NOW = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)
ANN = Choices(now=NOW, mine=frozenset({("email", "ann@town.example")}))
ENVELOPE = "From 15@xxx Mon Jan 06 04:49:45 +0000 2020"


def letter(body: str = "hi", **headers: str | None) -> str:
    """A mail from Bo to Ann; `Reply_To="x"` sets Reply-To, None leaves a header out."""
    told: dict[str, str | None] = {
        "From": "Bo Lindqvist <bo@harbour.example>",
        "To": "Ann <ann@town.example>",
        "Date": "Mon, 06 Jan 2020 05:49:45 +0100",
        "Message-ID": "<1@harbour.example>",
    }
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    return "\n".join([*(f"{name}: {value}" for name, value in told.items() if value is not None), "", body, ""])


def mailbox(*letters: str, envelope: str = ENVELOPE) -> bytes:
    return "\n".join(f"{envelope}\n{each}" for each in letters).encode("utf-8", "surrogateescape")


def facts(raw: bytes, choices: Choices = ANN, path: str = "All mail.mbox") -> list[Fact]:
    return list(SOURCE.read([member(path, raw)], choices))


def of(kind: type[Fact], told: Iterable[Fact]) -> list:
    return [fact for fact in told if isinstance(fact, kind)]
