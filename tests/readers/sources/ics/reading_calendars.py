"""Calendars for the tests, and the facts that come out of them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from formats.mutations import dropped
from rapport.formats.facts import Fact, GatheringFact, TalkFact
from rapport.readers.source import Choices
from rapport.readers.sources.ics import ICS

NOW = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)
ANN = Choices(now=NOW, zone="Europe/London", mine=frozenset({("email", "ann@town.example"), ("facebook", "ann.o")}))

F = TypeVar("F", bound=Fact)

ASKED = (
    "ORGANIZER;CN=Bo Lindqvist:mailto:bo@town.example",
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@town.example",
    "ATTENDEE;CN=Cy Park;PARTSTAT=ACCEPTED:mailto:cy@town.example",
    "ATTENDEE;CN=Dee;PARTSTAT=DECLINED:mailto:dee@town.example",
)


def event(*lines: str, uid: str = "1", start: str = "DTSTART:20260105T090000Z") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", start, *lines, "END:VEVENT", ""])


def calendar(*parts: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *(part.rstrip() for part in parts), "END:VCALENDAR", ""])


def facts(content: bytes | str, choices: Choices = ANN, name: str = "work.ics") -> list[Fact]:
    return list(ICS.read(ICS.takes(dropped({name: content})), choices))


def of(kind: type[F], content: bytes | str, choices: Choices = ANN) -> list[F]:
    return [fact for fact in facts(content, choices) if isinstance(fact, kind)]


def gatherings(*lines: str, start: str = "DTSTART:20260105T090000Z") -> list[GatheringFact]:
    """The gatherings of a calendar with one event."""
    return of(GatheringFact, calendar(event(*lines, start=start)))


def talks(*lines: str, start: str = "DTSTART:20260105T090000Z") -> list[TalkFact]:
    return of(TalkFact, calendar(event(*lines, start=start)))


def stranger() -> Choices:
    """Somebody whose addresses are not known."""
    return replace(ANN, mine=frozenset())
