"""Positions.csv and Education.csv: where the owner was and when, and so which connections may be colleagues."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapport.formats.facts import Fact
from rapport.formats.table import Row
from rapport.people import keys
from rapport.readers.sources.linkedin.page import Page

# Where many work who never meet.
_NO_PLACE = frozenset(
    {"self employed", "self", "freelance", "freelancer", "freelancing", "independent", "independent consultant"}
    | {"consultant", "confidential", "stealth", "stealth startup", "stealth mode", "various", "retired", "none"}
    | {"n a", "na", "unemployed", "home", "private", "career break", "student", "tbd"}
)


@dataclass(frozen=True)
class Stay:
    """At one firm or school: `begins` and `ends` are ISO cut at their precision; no `ends` is until today."""

    place: str
    begins: str
    ends: str

    def covers(self, day: str) -> bool:
        return self.begins <= day and (not self.ends or day[: len(self.ends)] <= self.ends)


@dataclass
class Stays:
    """All of the owner's, by the firm or school in normal form."""

    known: dict[str, list[Stay]] = field(default_factory=dict)

    def learn(self, page: Page) -> None:
        for row in page.glance():
            if stay := _stay(page, row):
                self.known.setdefault(keys.organization_name(stay.place), []).append(stay)

    def shared(self, company: str, connected_on: str) -> tuple[str, ...]:
        """The place the owner has in common with somebody who works there now: one where the owner still is, or was
        when the two connected; named as the owner names it."""
        stays = self.known.get(keys.organization_name(company), ()) if company and self.known else ()
        return next(((stay.place,) for stay in stays if not stay.ends or stay.covers(connected_on)), ())


def read(page: Page, _known: object) -> Iterator[Fact]:
    """Only what is wrong with the rows: what they say stands with the connections."""
    for row in page:
        page.when(row)
        _, why = page.dates.read(row.cells[page.place("finished on", "end date")])
        if why:
            page.table.complain(row.line, why)
    yield from ()


def _stay(page: Page, row: Row) -> Stay | None:
    """Nothing where the beginning is not known, or an end is given and cannot be read: it would cover too much."""
    place = row.cells[page.place("company name", "school name")]
    begins, _ = page.dates.read(row.cells[page.place("started on", "start date")])
    end = row.cells[page.place("finished on", "end date")]
    ends, _ = page.dates.read(end)
    if begins is None or (end and ends is None) or keys.folded(place) in _NO_PLACE | {""}:
        return None
    return Stay(place, begins.text[:10], ends.text[:10] if ends else "")
