"""What one file shows of the town: its records, the talks and meetings it holds, and the dirt between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from rapport.town.chance import chance
from rapport.town.contact import gatherings_of, shows_gathering, shows_talk, talks_of
from rapport.town.doings import Gathering, Talk
from rapport.town.folk import Person
from rapport.town.shown import shown
from rapport.town.talks import shared_addresses
from rapport.town.truth import Entry, Owner, Paper, Town

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Sight:
    """One paper of one owner; `rng` is this file's own chance."""

    town: Town
    owner: Owner
    paper: Paper
    entries: tuple[Entry, ...]
    talks: tuple[Talk, ...]
    gatherings: tuple[Gathering, ...]
    shared: frozenset[str]
    rng: Random

    @property
    def me(self) -> Person:
        return self.town.by_id[self.owner.person]

    @property
    def dirt(self) -> Mapping[str, int]:
        return self.town.dirt.get(self.paper.path, {})

    def times(self, kind: str) -> range:
        """As many turns as there is dirt of that kind."""
        return range(self.dirt.get(kind, 0))

    def person(self, key: str) -> Person:
        return self.town.by_id[key]

    def name(self, key: str, source: str) -> str:
        return shown(self.person(key).name, source).text

    @property
    def own_address(self) -> str:
        return self.me.emails[0]


def sights(town: Town, handle: str) -> Iterator[Sight]:
    """All papers of one owner, in the order in which the owner brings them."""
    owner = town.owner(handle)
    talks = talks_of(owner, town.talks_with.get(owner.person, ()))
    gatherings = gatherings_of(owner, town.gatherings_in.get(handle, ()))
    shared = shared_addresses(town.people)
    for paper in owner.papers:
        yield Sight(
            town,
            owner,
            paper,
            tuple(town.entries_in.get(paper.path, ())),
            tuple(talk for talk in talks if shows_talk(paper, talk)),
            tuple(one for one in gatherings if shows_gathering(paper, one)),
            shared,
            chance(town.seed, "render", paper.path),
        )


def day_words(day: date) -> str:
    """`08 Feb 2026`, whatever the language of the machine."""
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"


def american(moment: datetime, is_padded: bool = False) -> str:
    """`1/29/26, 2:37 PM`, or padded `01/29/26, 02:37 PM`."""
    hour = moment.hour % 12 or 12
    half = "AM" if moment.hour < 12 else "PM"
    if is_padded:
        return f"{moment.month:02}/{moment.day:02}/{moment.year % 100:02}, {hour:02}:{moment.minute:02} {half}"
    return f"{moment.month}/{moment.day}/{moment.year % 100:02}, {hour}:{moment.minute:02} {half}"
