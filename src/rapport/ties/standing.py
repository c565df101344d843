"""All ties of a book at once, as columns of numbers from one query: who is close, who has gone quiet."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import F
from numpy.typing import NDArray

from rapport.people.models import Book
from rapport.ties.cadence import fill
from rapport.ties.layers import Place, Standing, place
from rapport.ties.models import ContactDay
from rapport.ties.strength import BACK, HALF_LIFE, Floats, strengths, strengths_before

COLUMNS = (
    *("id", "number", "contact_days", "first_day", "last_day", "last_in", "last_touch", "lscore", "unanswered"),
    *("began_day", "cadence", "cadence_most", "layer_pin", "is_resting", "is_ended"),
)
# People who are here and alive and were in touch, or whom the owner placed by hand, in the order of their names,
# which breaks ties of equal strength.
QUERY = """
select p.id, p.number, t.contact_days, t.first_day, t.last_day, t.last_in, t.last_touch, t.lscore, t.unanswered,
    t.began_day, t.cadence, t.cadence_most, t.layer_pin,
    case when r.id is not null and (r.until is null or r.until > %s) then 1 else 0 end,
    case when r.state = 'ended' then 1 else 0 end
from ties_tie t join people_person p on p.id = t.person_id left join ties_rest r on r.person_id = p.id
where t.book_id = %s and (t.contact_days > 0 or t.layer_pin is not null)
    and p.trashed_at is null and p.merged_into_id is null and not p.is_deceased
order by p.folded, p.number
"""
AMONG = 700  # more than the largest layer holds: whoever is further down in both looks stands in none


@dataclass(frozen=True)
class Everybody:
    """The ties of one book on `today` (an ordinal). Columns are aligned with `ids`; what is unknown is NaN."""

    today: int
    table: dict[str, Floats]
    late: Floats

    @cached_property
    def ids(self) -> NDArray[np.int64]:
        return self.table["id"].astype(np.int64)

    @cached_property
    def strength(self) -> Floats:
        return self._plain(strengths(*self._scores, self.today))

    @cached_property
    def strength_before(self) -> Floats:
        """Strength thirty days ago."""
        return self._plain(strengths_before(*self._scores, self.late, self.today))

    @property
    def silence(self) -> Floats:
        """Days since the last contact day; NaN without one."""
        return self.today - self.table["last_day"]

    @cached_property
    def standings(self) -> list[Standing[int]]:
        """Those who could stand in a layer, by person id: nobody whose tie has ended."""
        now, then = self.strength, self.strength_before
        near = set(np.argsort(-now, kind="stable")[:AMONG]) | set(np.argsort(-then, kind="stable")[:AMONG])
        near |= set(np.flatnonzero(~np.isnan(self.table["layer_pin"])))
        pins, ended = self.table["layer_pin"], self.table["is_ended"]
        return [
            Standing(int(self.ids[at]), float(now[at]), float(then[at]), None if np.isnan(pins[at]) else int(pins[at]))
            for at in sorted(near)
            if not ended[at]
        ]

    def places(self) -> dict[int, Place]:
        """Who stands in which layer."""
        return place(self.standings)

    @property
    def _scores(self) -> tuple[Floats, Floats]:
        none = -np.inf
        lscores, heard = self.table["lscore"], self.table["last_in"]
        return np.where(np.isnan(lscores), none, lscores), np.where(np.isnan(heard), none, heard)

    @staticmethod
    def _plain(found: Floats) -> Floats:
        plain: Floats = np.nan_to_num(found, nan=0.0, posinf=0.0, neginf=0.0)
        return plain


def everybody(book: Book, today: date) -> Everybody:
    """The whole book: as many queries, whatever its size."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [today, book.pk])
        rows: list[Any] = cursor.fetchall()
    columns = np.array(rows, dtype=np.float64).reshape(len(rows), len(COLUMNS)).T
    table: dict[str, Floats] = dict(zip(COLUMNS, columns, strict=True))
    fill(table, book)
    return Everybody(today.toordinal(), table, _late(book, today.toordinal(), table["id"]))


def _late(book: Book, today: int, ids: Floats) -> Floats:
    """Of each tie, what the contact days of the last thirty days add to its strength."""
    days = ContactDay.objects.filter(book=book, day__gt=today - BACK, day__lte=today)
    rows = np.array(list(days.values_list(F("person_id"), F("day"))), dtype=np.float64).reshape(-1, 2)
    late = np.zeros(len(ids))
    if not len(rows) or not len(ids):
        return late
    order = np.argsort(ids)
    at = order[np.clip(np.searchsorted(ids[order], rows[:, 0]), 0, len(ids) - 1)]
    known = ids[at] == rows[:, 0]
    np.add.at(late, at[known], np.exp2((rows[known, 1] - today) / HALF_LIFE))
    return late
