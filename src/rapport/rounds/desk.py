"""Everything a suggestion may look at: the book's ties as columns of numbers, loaded at once, and the few people who
win, loaded when they are asked for. Reading only; whose desk it is sees nobody else's book."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from rapport.kit.prepared import Query, prepared
from rapport.members.models import Member
from rapport.people.face import faces_query
from rapport.people.models import Book, Identity, Interest, Person
from rapport.rounds.compose import Candidate, Lane
from rapport.ties.cadence import fill, labels_queries
from rapport.ties.models import ContactDay
from rapport.ties.strength import strengths
from rapport.topics import NO_FONDNESS

Floats = NDArray[np.float64]

COLUMNS = (
    *("id", "number", "contact_days", "first_day", "last_day", "last_out", "last_in", "last_touch", "lscore"),
    *("unanswered", "began_day", "cadence", "cadence_most", "matters"),
)
# One join over people who are here and alive; a person nobody was in touch with has no tie yet. The plus keeps SQLite
# from walking the index of merges, in which nearly everybody stands under null.
QUERY = """
select p.id, p.number, t.contact_days, t.first_day, t.last_day, t.last_out, t.last_in, t.last_touch, t.lscore,
    t.unanswered, t.began_day, t.cadence, t.cadence_most, case when t.matters then 1 else 0 end
from people_person p left join ties_tie t on t.person_id = p.id
where p.book_id = %s and p.trashed_at is null and +p.merged_into_id is null and not p.is_deceased
order by p.number
"""


@dataclass
class Desk:
    """The owner's book on one day. `day` is `today.toordinal()`; columns are aligned with `ids`, days unknown NaN."""

    member: Member
    book: Book
    today: date
    kept: dict[str, Any] = field(default_factory=dict)  # what a source found, by candidate key, for its telling
    _people: dict[int, Person] = field(default_factory=dict)

    @property
    def day(self) -> int:
        return self.today.toordinal()

    @property
    def seed(self) -> int:
        """The member's own number, by which lots fall. Their name and not a key of a row: the same book gives the same
        round in another database too."""
        return int.from_bytes(blake2b(self.member.handle.encode(), digest_size=4).digest())

    @property
    def end_of_day(self) -> datetime:
        """The last moment of the day on the member's wall: what came later is not of this round."""
        return datetime.combine(self.today, time.max, ZoneInfo(self.member.zone))

    def day_of(self, at: datetime) -> date:
        """The day that a moment is by the member's wall."""
        return at.astimezone(ZoneInfo(self.member.zone)).date()

    def asks(self) -> Iterator[Query]:
        """What the table asks besides its rows."""
        return labels_queries(self.book)

    @cached_property
    def table(self) -> dict[str, Floats]:
        with connection.cursor() as cursor:
            cursor.execute(QUERY, [self.book.pk])
            rows = cursor.fetchall()
        columns = np.array(rows, dtype=np.float64).reshape(len(rows), len(COLUMNS)).T
        table: dict[str, Floats] = dict(zip(COLUMNS, columns, strict=True))
        fill(table, self.book)
        return table

    @cached_property
    def ids(self) -> NDArray[np.int64]:
        return self.table["id"].astype(np.int64)

    @cached_property
    def place(self) -> dict[int, int]:
        """Person id -> position in the columns."""
        return {int(who): n for n, who in enumerate(self.ids)}

    @cached_property
    def contact_days(self) -> Floats:
        return np.nan_to_num(self.table["contact_days"])

    @cached_property
    def silence(self) -> Floats:
        """Days since the last contact day; NaN if there was none."""
        return self.day - self.table["last_day"]

    @cached_property
    def strength(self) -> Floats:
        found: Floats = np.nan_to_num(strengths(self.table["lscore"], self.table["last_in"], self.day))
        return found

    def strength_of(self, who: int) -> float:
        """0 for whom the table does not hold."""
        return float(self.strength[self.place[who]]) if who in self.place else 0.0

    def number(self, who: int) -> int:
        return int(self.table["number"][self.place[who]])

    def key(self, kind: str, who: int, subject: int | None = None) -> str:
        """What names a candidate about one person: which kind, whom by number, and which row of theirs by number."""
        return ":".join(map(str, (kind, self.number(who), *([] if subject is None else [subject]))))

    def about(
        self, who: int, kind: str, *, subject: int | None = None, kept: Any = None, lane: Lane = "likely", **how: Any
    ) -> Candidate:
        """A candidate about one person; `kept` is for its telling, `how` as in `Candidate`."""
        key = self.key(kind, who, subject)
        if kept is not None:
            self.kept[key] = kept
        return Candidate(key=key, kind=kind, people=(who,), lane=lane, order=("", self.number(who)), **how)

    def value(self, column: str, who: int) -> int | None:
        """One number of one person, None where it is unknown."""
        found = self.table[column][self.place[who]]
        return None if np.isnan(found) else int(found)

    def people(self, wanted: Iterable[int]) -> dict[int, Person]:
        """Person rows of these ids, loaded together and once."""
        missing = [who for who in wanted if who not in self._people]
        if missing:
            self._people |= {person.pk: person for person in _people.rows(book=self.book.pk, people=missing)}
        return self._people

    def person(self, who: int) -> Person:
        return self.people([who])[who]

    @cached_property
    def winners(self) -> tuple[int, ...]:
        """Whom the round is about; set once it is composed, so that details are loaded for all of them together."""
        return ()

    def details(self) -> tuple[Query, ...]:
        """What is asked of the winners, to be asked together."""
        of = {"people": self.winners}
        days = _days.of(until=self.day, **of)
        return _people.of(book=self.book.pk, **of), days, _ways.of(**of), _interests.of(**of), faces_query(of["people"])

    @cached_property
    def days_in_touch(self) -> dict[int, list[int]]:
        """Contact days of the winners, in order."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for who, day in _days.rows(people=self.winners, until=self.day):
            found[who].append(day)
        return found

    @cached_property
    def ways(self) -> dict[int, list[Identity]]:
        """How the winners can be reached."""
        found: defaultdict[int, list[Identity]] = defaultdict(list)
        for way in _ways.rows(people=self.winners):
            found[way.person_id].append(way)
        return found

    @cached_property
    def open_interests(self) -> dict[int, list[str]]:
        """Topics the winners care about and did not confide; skills that others vouched for are no such thing."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        rows = _interests.rows(people=self.winners)
        shut = {(row.person_id, row.topic) for row in rows if row.is_confided}
        for row in rows:
            is_open = (row.person_id, row.topic) not in shut and row.evidence not in NO_FONDNESS
            if is_open and row.topic not in found[row.person_id]:
                found[row.person_id].append(row.topic)
        return found


@prepared(numbers=("book",), several=("people",))
def _people(book: int, people: list[int]) -> Any:
    return Person.objects.filter(book=book, pk__in=people)


@prepared(numbers=("until",), several=("people",))
def _days(until: int, people: list[int]) -> Any:
    rows = ContactDay.objects.filter(person__in=people, day__lte=until)
    return rows.order_by("day").values_list("person_id", "day")


@prepared(several=("people",))
def _ways(people: list[int]) -> Any:
    return Identity.objects.shown().filter(person__in=people).order_by("-is_hand", "pk")


@prepared(several=("people",))
def _interests(people: list[int]) -> Any:
    rows = Interest.objects.shown().filter(person__in=people).order_by("-on", "pk")
    return rows.values_list("person_id", "topic", "is_confided", "evidence")
