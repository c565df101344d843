"""Calendars in iCalendar form, of any program and platform."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rapport.formats.decoding import decoded
from rapport.formats.facts import AskFact, DroppedFact, Fact, NoteFact, SkippedFact, UnknownFact
from rapport.formats.files import Dropped, Member
from rapport.formats.table import ENCODINGS
from rapport.kit.contentlines.decoding import Decoding
from rapport.readers.source import Choices
from rapport.readers.sources.ics.blocks import Block, blocks
from rapport.readers.sources.ics.event import WANTED
from rapport.readers.sources.ics.series import Budget
from rapport.readers.sources.ics.survey import MOST_EVENTS, survey
from rapport.readers.sources.ics.telling import Teller

_BEGIN = re.compile(r"(?im)^[ \t]*BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT|VTODO|VJOURNAL|VTIMEZONE)[ \t]*$")
_ENDINGS = (".ics", ".ical", ".vcs", ".icalendar")
_NO_EVENTS = {"VTODO": "to-do", "VJOURNAL": "journal entry", "VFREEBUSY": "busy time"}


def takes(dropped: Dropped) -> list[Member]:
    """Members that open with a calendar or an event; of files called .ics also those where one begins later."""
    return [member for member in dropped.members if _is_calendar(member)]


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    """Guests (faint), gatherings, meetings that were held, and birthdays, calendar by calendar."""
    budget = Budget()
    asked: set[AskFact] = set()
    for member in members:
        found = survey(member, choices)
        if found.ask and found.ask not in asked:
            asked.add(found.ask)
            yield found.ask
        decoding = Decoding(choices.encoding)
        teller = Teller(found, choices, _file(member), budget)
        with member.open() as stream:
            yield from _told(blocks(stream, decoding, WANTED), teller)
        for name, times in found.zones.unknown.items():
            yield UnknownFact(_file(member), f"time zone {name!r}, {_often(times)}: read as the time on the wall")
        if decoding.guesses:
            yield NoteFact(f"{_file(member)}: {decoding.guesses} lines are not in UTF-8, read as {decoding.older}.")
            if choices.encoding is None:
                why = f"{_file(member)} is not in UTF-8. Do its names look right?"
                yield AskFact("encoding", ENCODINGS, ENCODINGS[0], why)


def _told(found: Iterator[Block], teller: Teller) -> Iterator[Fact]:
    events = 0
    for block in found:
        if block.name in _NO_EVENTS:
            yield SkippedFact(_NO_EVENTS[block.name])
        elif block.name == "VEVENT":
            events += 1
            if events > MOST_EVENTS:
                yield DroppedFact(f"{teller.file}:{block.number}", f"more than {MOST_EVENTS:,} events")
                return
            yield from teller.tell(block)
    if not events:
        yield NoteFact(f"There are no events in {teller.file}.")


def _often(times: int) -> str:
    return "once" if times == 1 else f"{times:,} times"


def _is_calendar(member: Member) -> bool:
    text = decoded(member.head(4096)).lstrip("\ufeff \t\r\n")
    first = _BEGIN.search(text)
    if first is not None and (first.start() == 0 or member.name.endswith(_ENDINGS)):
        return True
    return member.name.endswith(_ENDINGS) and _BEGIN.search(decoded(member.head())) is not None


def _file(member: Member) -> str:
    return PurePosixPath(member.path.replace("\\", "/")).name
