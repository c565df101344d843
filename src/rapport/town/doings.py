"""What people do with one another: the plain shapes of messages, meetings, requests and praise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Talk:
    """One message or mail. `at` is UTC; `address` is the other side's mail address where that matters."""

    id: str
    kind: str
    at: datetime
    sender: str
    receivers: tuple[str, ...]
    subject: str
    text: str
    thread: str
    title: str = ""
    address: str = ""


@dataclass(frozen=True)
class Invitation:
    """A request to connect on LinkedIn; `met` by a connection when `is_accepted`."""

    sender: str
    receiver: str
    at: datetime
    text: str
    is_accepted: bool


@dataclass(frozen=True)
class Rsvp:
    person: str
    answer: str


@dataclass(frozen=True)
class Gathering:
    """A meeting of two or more. `begins` and `ends` are aware instants; `calendars` are the owners whose calendar
    shows it; `guests` hold the answers (the organizer is not among them); `came` is who was there in truth.
    `rule` is the recurrence of a series, in the words of RFC 5545."""

    id: str
    title: str
    begins: datetime
    ends: datetime
    place: str
    organizer: str
    guests: tuple[Rsvp, ...]
    calendars: tuple[str, ...]
    came: tuple[str, ...] = ()
    group: str = ""
    text: str = ""
    platform: str = "calendar"
    is_cancelled: bool = False
    rule: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        return (self.organizer, *(guest.person for guest in self.guests))

    def answer_of(self, person: str) -> str:
        """accepted, declined, tentative, needs-action or organizer; empty for somebody who was not asked."""
        if person == self.organizer:
            return "organizer"
        return next((guest.answer for guest in self.guests if guest.person == person), "")


@dataclass(frozen=True)
class Vouch:
    """An endorsement (a `skill`) or, with `text`, a written recommendation on LinkedIn."""

    by: str
    to: str
    skill: str
    at: datetime
    text: str = ""


def by_taker(talks: Iterable[Talk]) -> dict[str, list[Talk]]:
    """The talks that each person takes part in."""
    found: dict[str, list[Talk]] = {}
    for talk in talks:
        for person in (talk.sender, *talk.receivers):
            found.setdefault(person, []).append(talk)
    return found


def by_calendar(gatherings: Iterable[Gathering]) -> dict[str, list[Gathering]]:
    """The gatherings that each owner's calendars show, by handle."""
    found: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        for handle in gathering.calendars:
            found.setdefault(handle, []).append(gathering)
    return found
