"""What an owner's files show of the contact with each person: days in touch, counted once however many messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from rapport.town.chance import NOW, day_of
from rapport.town.doings import Gathering, Talk
from rapport.town.owners import TABLES_ONLY
from rapport.town.truth import Owner, Paper

# A gathering or mail of more people than this is no contact between two of them.
CROWD = 50
_SOURCES = {"message": "linkedin", "mail": "mail"}
_SHAPES = {"facebook": "facebook", "meetup": "meetup", "luma": "luma"}


@dataclass(frozen=True)
class Contact:
    """One interaction with `person`: kind message, mail or meeting; direction out, in or both, as the owner sees it."""

    person: str
    kind: str
    direction: str
    day: date


def shows_talk(paper: Paper, talk: Talk) -> bool:
    """Whether this file of its owner (who takes part in `talk`) holds the message."""
    if paper.source != _SOURCES[talk.kind] or paper.shape in TABLES_ONLY:
        return False
    return day_of(talk.at) <= paper.taken


def shows_gathering(paper: Paper, gathering: Gathering) -> bool:
    if paper.source != "calendar" or paper.owner not in gathering.calendars:
        return False
    return _SHAPES.get(paper.shape, "calendar") == gathering.platform


def talks_of(owner: Owner, talks: Iterable[Talk]) -> list[Talk]:
    """The messages and mails that the owner's files hold, each once."""
    mine = (talk for talk in talks if owner.person == talk.sender or owner.person in talk.receivers)
    return [talk for talk in mine if any(shows_talk(paper, talk) for paper in owner.papers)]


def gatherings_of(owner: Owner, gatherings: Iterable[Gathering]) -> list[Gathering]:
    mine = (gathering for gathering in gatherings if owner.handle in gathering.calendars)
    return [one for one in mine if any(shows_gathering(paper, one) for paper in owner.papers)]


def contacts(owner: Owner, talks: Iterable[Talk], gatherings: Iterable[Gathering]) -> list[Contact]:
    """All interactions that warm a tie, up to this morning."""
    of_talks = (_of_talk(owner.person, talk) for talk in talks_of(owner, talks))
    of_meetings = (meeting_contacts(owner.person, one) for one in gatherings_of(owner, gatherings))
    return list(chain.from_iterable(chain(of_talks, of_meetings)))


def is_meeting(me: str, gathering: Gathering) -> bool:
    """Whether by the calendar `me` was there, before this morning, in a company small enough to speak of contact."""
    if gathering.begins > NOW or gathering.is_cancelled or gathering.rule or len(gathering.people) > CROWD:
        return False
    return gathering.answer_of(me) in ("accepted", "organizer")


def meeting_contacts(me: str, gathering: Gathering) -> list[Contact]:
    """Whom `me` met there: everybody who did not decline, if it was a meeting at all."""
    if not is_meeting(me, gathering):
        return []
    absent = {guest.person for guest in gathering.guests if guest.answer in ("declined", "needs-action")}
    there = [person for person in gathering.people if person not in ("", me) and person not in absent]
    return [Contact(person, "meeting", "both", day_of(gathering.begins)) for person in there]


def _of_talk(me: str, talk: Talk) -> list[Contact]:
    day = day_of(talk.at)
    if talk.sender != me:
        return [Contact(talk.sender, talk.kind, "in", day)]
    return [Contact(person, talk.kind, "out", day) for person in talk.receivers]
