"""What is on today, and who of the reader's people comes, beside the cards of the morning."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, Subquery

from rapport.briefs.calendars import is_same
from rapport.briefs.company import coming, company, people_behind
from rapport.events.coming import next_dates
from rapport.events.hours import moment
from rapport.events.models import Occurrence, Rsvp
from rapport.events.row import row_of
from rapport.groups.models import Membership
from rapport.kit import clock
from rapport.kit.prepared import Query, prepared
from rapport.ledger.wishes import still_wished, wishes_query
from rapport.members.may import MemberRequest
from rapport.members.models import Member
from rapport.people.book import book_of
from rapport.people.calendar import invited_around, invited_query, occasions_around, occasions_query
from rapport.people.models import Book, Occasion, Person

MOST, FEW, EVENING = 3, 6, 17


def tonight(request: MemberRequest, found: Any) -> dict[str, Any] | None:
    """`found.on` is the day of the round."""
    dates = dates_of(request.member, found.on)
    if not dates:
        return None
    book = book_of(request)
    wishes = still_wished(book)
    # Whoever is nothing to the reader is not asked for, unless a wish of a mere name may be any of them.
    come = coming(request.member, book, [one.pk for one in dates], is_known=not wishes)
    people, rows = people_behind(come), []
    for one in dates:
        near = company(
            [row for row in come if row.occurrence_id == one.pk], people, _invited(book, one, found.on), wishes
        )
        rows.append((row_of(one, one.answered or ""), near.wished, near.mine, FEW))  # type: ignore[attr-defined]
    hours = [one.starts_at.astimezone(ZoneInfo(request.member.zone)).hour for one in dates]
    return {"rows": rows, "is_evening": min(hours) >= EVENING}


def asks(request: MemberRequest, found: Any) -> tuple[Query, ...]:
    """What it asks in any case, and of the calendar and wishes if anything is on."""
    book = book_of(request)
    calendar = occasions_query(book, found.on), invited_query(book, found.on)
    return _dates_query(request.member, found.on), wishes_query(book), *calendar


def _invited(book: Book, date: Occurrence, on: date) -> list[Person]:
    """Whom the private calendar asks to the same gathering."""
    same = {occasion.pk for occasion in occasions_around(book, on) if is_same(occasion, date, date.event)}
    rows = [row for row in invited_around(book, on) if row.occasion_id in same] if same else []
    by_name = sorted(rows, key=lambda row: (row.folded, row.person_number))
    people = {row.person_id: Person(pk=row.person_id, number=row.person_number, name=row.name) for row in by_name}
    return list(people.values())


def is_shown(occasion: Occasion, dates: list[Occurrence]) -> bool:
    """Whether an occasion of the private calendar is one of these dates, which are shown already."""
    return any(is_same(occasion, one, one.event) for one in dates)


def dates_of(member: Member, on: date) -> list[Occurrence]:
    """The dates that `tonight` shows on this day, with what the member `answered`: of one's groups and those one
    answered, without those one declined. By the minute, so that a page asks once."""
    return _dates_query(member, on).rows()


def _dates_query(member: Member, on: date) -> Query:
    begins, ends = moment(on, time(0), member.zone), moment(on, time(23, 59, 59), member.zone)
    return _dates.of(member=member.pk, begins=begins, ends=ends, after=_earliest(begins))


@prepared(numbers=("member",), moments=("begins", "ends", "after"))
def _dates(member: int, begins: datetime, ends: datetime, after: datetime) -> Any:
    answers = Rsvp.objects.filter(member=member, occurrence=OuterRef("pk")).values("answer")
    mine = Membership.objects.filter(member=member, group=OuterRef("event__group"))
    held = next_dates(Member(pk=member), after).filter(cancelled_at=None, event__cancelled_at=None)
    near = held.filter(starts_at__gte=begins, starts_at__lte=ends)
    known = near.annotate(answered=Subquery(answers)).filter(
        Q(answered__isnull=False) & ~Q(answered="no") | Q(answered__isnull=True) & Exists(mine)
    )
    return known[:MOST]


def _earliest(begins: datetime) -> datetime:
    """What ended this morning is over; on another day than today nothing is."""
    now = clock.now().replace(second=0, microsecond=0)
    return max(begins, now) if begins.date() == now.date() else begins
