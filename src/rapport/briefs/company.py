"""Whom of those who come the reader knows or wished to meet: by their links, connections, wishes and calendar."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models import F as Column

from rapport.events.coming import seen_among
from rapport.events.models import Rsvp
from rapport.kit.prepared import Prepared, prepared
from rapport.ledger.models import Wish
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.people import keys
from rapport.people.models import Book, Link, Person

MOST = 500  # a brief is a page


@dataclass(frozen=True, slots=True)
class Known:
    """One who comes: the `person` the reader's book has of them, or (None) a member; `wish`, if that is why."""

    name: str
    path: str
    person: Person | None
    member: int | None = None
    wish: Wish | None = None


@dataclass(slots=True)
class Company:
    """Each stands once; `mine` are those who are no wish."""

    wished: list[Known] = field(default_factory=list)
    mine: list[Known] = field(default_factory=list)


def coming(viewer: Member, book: Book, dates: Collection[int], *, is_known: bool = False) -> list[Any]:
    """Those who come to these dates as the viewer sees them, by name: rows with whom the book links them to and whether
    they are connected. `is_known`: only those who are one or the other."""
    return _coming(is_known).rows(viewer=viewer.pk, book=book.pk, dates=dates)


@cache
def _coming(is_known: bool) -> Prepared:
    def build(viewer: int, book: int, dates: list[int]) -> Any:
        links = Link.objects.filter(book=book, member=OuterRef("member"))
        person = links.filter(person__trashed_at=None, person__merged_into=None).values("person")
        near = Exists(Connection.objects.filter(member=viewer, other=OuterRef("member")))
        rows = Rsvp.objects.filter(occurrence__in=dates, answer="yes").exclude(member=viewer)
        rows = seen_among(rows, Member(pk=viewer)).annotate(person=Subquery(person[:1]), is_connected=near)
        if is_known:
            rows = rows.filter(Q(person__isnull=False) | Q(is_connected=True))
        columns = ("occurrence_id", "member_id", "is_new", "is_alone", "is_glad", "person", "is_connected")
        named = {"name": Column("member__name"), "handle": Column("member__handle")}
        return rows.order_by("member__name", "pk").annotate(**named).values_list(*columns, *named)[:MOST]

    return Prepared(build, numbers=("viewer", "book"), several=("dates",))


def people_behind(rows: Collection[Any]) -> dict[int, Person]:
    """The persons of the book that these rows of `coming` are linked to, by their ids."""
    wanted = {row.person for row in rows if row.person}
    return {person.pk: person for person in _people.rows(people=wanted)}


@prepared(several=("people",))
def _people(people: list[int]) -> Any:
    return Person.objects.filter(pk__in=people)


def company(
    rows: Sequence[Any], people: dict[int, Person], invited: Sequence[Person], wishes: Sequence[Wish]
) -> Company:
    """`rows` as from `coming`, of one date; `people` behind them; whom the calendar says are `invited` besides."""
    found = Company()
    by_person = {wish.person_id: wish for wish in wishes if wish.person_id}
    by_name = {keys.folded(wish.name): wish for wish in wishes}
    for row in rows:
        person = people.get(row.person)
        wish = by_person.get(person.pk) if person else by_name.get(keys.folded(row.name)) if by_name else None
        if wish is not None:
            path = person.path if person else path_of(row)
            found.wished.append(Known(row.name, path, person, row.member_id, wish))
        elif person is not None:
            found.mine.append(Known(person.name, person.path, person, row.member_id))
        elif row.is_connected:
            found.mine.append(Known(row.name, path_of(row), None, row.member_id))
    here = {known.person.pk for known in (*found.wished, *found.mine) if known.person}
    for person in invited:
        if person.pk not in here:
            wish = by_person.get(person.pk)
            (found.wished if wish else found.mine).append(Known(person.name, person.path, person, wish=wish))
    return found


def path_of(row: Any) -> str:
    """The address of the member of a row."""
    return Member(handle=row.handle).path
