"""An event told: its guests, each time it takes place, and which of these were meetings."""

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from rapport.formats.facts import DroppedFact, Fact, PersonFact, SkippedFact, TalkFact, UnknownFact
from rapport.readers.source import Choices
from rapport.readers.sources.ics.birthdays import birthday
from rapport.readers.sources.ics.blocks import Block
from rapport.readers.sources.ics.event import LONGEST_TEXT, Event, event_of
from rapport.readers.sources.ics.guests import MOST_GUESTS, MOST_OF_A_MEETING, Asked, asked
from rapport.readers.sources.ics.moments import Moment
from rapport.readers.sources.ics.series import Budget
from rapport.readers.sources.ics.survey import Survey
from rapport.readers.sources.ics.times import Almanac


class Teller:
    """Tells the events of one file, each guest once."""

    def __init__(self, survey: Survey, choices: Choices, file: str, budget: Budget) -> None:
        self.file = file
        self._survey, self._now = survey, choices.now
        self._almanac = Almanac(survey, choices.now, ZoneInfo(choices.zone), budget)
        self._met: set[PersonFact] = set()

    def tell(self, block: Block) -> Iterator[Fact]:
        where = f"{self.file}:{block.number}"
        if not block.is_closed:
            yield DroppedFact(where, "the event has no end; what stands before the next one was kept")
        if not block.is_whole:
            yield DroppedFact(where, "the event is too long; its beginning was kept")
        event = event_of(block, self._survey.zones)
        if isinstance(event, str):
            yield DroppedFact(where, event)
        elif (person := birthday(event)) is not None:
            yield person
        else:
            event = replace(event, is_cancelled=event.is_cancelled or self._survey.is_cancelling)
            yield from self._gatherings(event, block, where)

    def _gatherings(self, event: Event, block: Block, where: str) -> Iterator[Fact]:
        who = asked(block, self._survey.mine)
        for person in who.people:
            if person not in self._met:
                self._met.add(person)
                yield person
        if who.too_many:
            yield SkippedFact(f"guest of an event with more than {MOST_GUESTS}", who.too_many)
        if len(event.text) == LONGEST_TEXT:
            yield SkippedFact(f"end of a description of more than {LONGEST_TEXT:,} characters")
        times = self._almanac.times(event, block, is_followed=bool(who.guests))
        if times.trouble:
            yield UnknownFact(where, times.trouble)
        if times.left_out:
            yield SkippedFact("middle of a long series", times.left_out)
        for start in times.moments:
            yield event.gathering(start, who.own, who.guests)
            if self._was_meeting(event, start, who):
                yield _meeting(event, start, who)

    def _was_meeting(self, event: Event, start: Moment, who: Asked) -> bool:
        """It was held, the owner did not decline, and it was of a size and length in which people meet."""
        begins, ends = event.at(start)
        is_over = self._almanac.instant(ends or begins) <= self._now
        is_meeting = not event.is_cancelled and who.own != "declined" and not (start.is_day and event.days > 1)
        return is_over and is_meeting and len(who.guests) <= MOST_OF_A_MEETING and bool(who.parties())


def _meeting(event: Event, start: Moment, who: Asked) -> TalkFact:
    return TalkFact(event.key(start), "meeting", "meeting", start.when(), who.parties(), subject=event.title)
