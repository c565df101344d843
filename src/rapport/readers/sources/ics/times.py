"""When an event takes place: once, or each time of its series."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rapport.readers.sources.ics.blocks import Block
from rapport.readers.sources.ics.event import Event, key_of
from rapport.readers.sources.ics.moments import Moment, end_of_day, first_moments, moment
from rapport.readers.sources.ics.rule import Unrepeatable, rule_of
from rapport.readers.sources.ics.series import Budget, starts, thinned
from rapport.readers.sources.ics.survey import Survey

AHEAD = timedelta(days=90)  # how far into the future a series is told
_MOST_LISTED = 400


class Times(NamedTuple):
    """`trouble` says in one sentence why a series was not followed."""

    moments: list[Moment]
    left_out: int = 0
    trouble: str = ""


@dataclass
class Almanac:
    """Finds the times of the events of one file; `zone` is where a floating wall clock hangs."""

    survey: Survey
    now: datetime
    zone: ZoneInfo
    budget: Budget

    def instant(self, of: Moment) -> datetime:
        return of.at.replace(tzinfo=of.zone or self.zone).astimezone(UTC)

    def times(self, event: Event, block: Block, *, is_followed: bool) -> Times:
        """Its first time only, or (`is_followed`) all past and near ones, without those that were taken out or told
        as changed. A series with a rule that is not understood has its first time."""
        if not is_followed or not (event.rule or block.first("RDATE")):
            return Times([event.begins])
        try:
            found, left_out = self._repeated(event) if event.rule else ([event.begins], 0)
        except Unrepeatable as reason:
            return Times([event.begins], 0, str(reason))
        kept = self._without_exceptions([*found, *self._listed(event, block)], event, block)
        if len(kept) > self.budget.occurrences:
            return Times(
                [event.begins], 0, "the calendar repeats too much to be followed; only the first time was kept"
            )
        self.budget.occurrences -= len(kept)
        return Times(kept, left_out)

    def _repeated(self, event: Event) -> tuple[list[Moment], int]:
        rule, begins = rule_of(event.rule), event.begins
        last = (self.now + AHEAD).astimezone(begins.zone or self.zone).replace(tzinfo=None)
        until = moment(rule.until, begins.zone) if rule.until else None
        if until is not None:
            last = min(last, end_of_day(until.day) if until.is_day else _on_the_wall(until, begins))
        found, left_out = thinned(starts(rule, begins.at, last, self.budget))
        return [Moment(at, begins.zone, begins.is_day) for at in found], left_out

    def _listed(self, event: Event, block: Block) -> list[Moment]:
        latest = self.now + AHEAD
        found = (
            one for line in block.all("RDATE") for one in first_moments(line, self.survey.zones.of(line), _MOST_LISTED)
        )
        return [one for one in found if one.is_day == event.begins.is_day and self.instant(one) <= latest][
            :_MOST_LISTED
        ]

    def _without_exceptions(self, found: list[Moment], event: Event, block: Block) -> list[Moment]:
        gone = {
            one.stamp()
            for line in block.all("EXDATE")
            for one in first_moments(line, self.survey.zones.of(line), _MOST_LISTED * 5)
        }
        by_key = {key_of(event.uid, one): one for one in found if gone.isdisjoint({one.stamp(), f"{one.at:%Y%m%d}"})}
        # An override is itself among the changed ones; what Lotus Notes lists beside it is not.
        return [
            one
            for key, one in by_key.items()
            if one == event.begins and event.original or key not in self.survey.changed
        ]


def _on_the_wall(until: Moment, begins: Moment) -> datetime:
    """The end of a rule on the clock of the event: ends are mostly written in UTC."""
    if until.zone is None or begins.zone is None:
        return until.at
    return until.at.replace(tzinfo=until.zone).astimezone(begins.zone).replace(tzinfo=None)
