"""What stands beside the cards: tonight, connected lately, days coming, pairs to look at."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from rapport.briefs.tonight import dates_of, is_shown
from rapport.kit.clock import now
from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago, day
from rapport.ledger.wishes import still_wished
from rapport.members.may import MemberRequest
from rapport.people.book import book_of
from rapport.people.calendar import invited_around, occasions_around, occasions_query
from rapport.people.models import Book, Occasion, Person, Photo
from rapport.rounds.days import dates, days_ahead, days_query
from rapport.sameness.reviewing import reviews_query, waiting
from rapport.ties.models import Tie

LATELY = 30  # days
FEW = 6


def asks(request: MemberRequest, found: "Morning") -> tuple[Query, ...]:
    """What all of it asks in any case."""
    book = book_of(request)
    days, lately = days_query(book, found.on), _begun_of(book, found.on)
    return occasions_query(book, found.on), days, lately, reviews_query(book)


@dataclass(frozen=True, slots=True)
class Morning:
    """The subject of panels beside today's cards: the day."""

    on: date


def tonight(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Today's occasions, with those of one's people who come and those one wishes to meet."""
    book = book_of(request)
    near = [one for one in occasions_around(book, found.on) if one.begins_on == found.on]
    held = sorted((one for one in near if one.own_answer != "declined"), key=_begins)
    hub = dates_of(request.member, found.on) if held else []  # shown by its own panel
    occasions = [one for one in held if not is_shown(one, hub)][:3]
    if not occasions:
        return None
    guests, wished = _guests(book, found.on), {wish.person_id for wish in still_wished(book)}
    return {
        "occasions": [
            (
                occasion,
                [one for one in guests.get(occasion.pk, []) if one.pk not in wished],
                [one for one in guests.get(occasion.pk, []) if one.pk in wished],
            )
            for occasion in occasions
        ],
        "few": FEW,
    }


def _begins(occasion: Occasion) -> tuple[bool, datetime | None, int]:
    """First what has no hour, then by the hour."""
    return (occasion.begins_at is not None, occasion.begins_at, occasion.number)


def _guests(book: Book, on: date) -> dict[int, list[Person]]:
    """By occasion, by name."""
    found: dict[int, list[Person]] = {}
    for row in sorted(invited_around(book, on), key=lambda row: (row.folded, row.person_number)):
        person = Person(pk=row.person_id, number=row.person_number, name=row.name)
        found.setdefault(row.occasion_id, []).append(person)
    return found


def lately(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Whom the owner connected with in the last month, the newest first."""
    today = found.on.toordinal()
    rows = _begun_of(book_of(request), found.on).rows()
    said = [
        (
            tie.person,
            f"{tie.person.path}photo/" if tie.has_face else "",
            ago(date.fromordinal(tie.began_day or today), found.on),
        )
        for tie in rows
    ]
    return {"rows": said} if said else None


def _begun_of(book: Book, on: date) -> Query:
    return _begun.of(book=book.pk, since=on.toordinal() - LATELY, until=on.toordinal())


@prepared(numbers=("book", "since", "until"))
def _begun(book: int, since: int, until: int) -> Any:
    ties = Tie.objects.filter(book=book, began_day__gt=since, began_day__lte=until)
    here = ties.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    here = here.annotate(has_face=Exists(Photo.objects.shown().filter(person=OuterRef("person"))))
    return here.select_related("person").order_by("-began_day", "person__number")[:FEW]


def birthdays(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Days of the next fortnight, the nearest first; today's and tomorrow's are cards."""
    coming, near = dates(found.on), found.on + timedelta(days=1)
    known = [row for row in days_ahead(book_of(request), found.on) if coming[row.month_day] > near]
    rows = sorted(known, key=lambda row: (coming[row.month_day], row.person_number))
    said = [
        (
            Person(pk=row.person_id, number=row.person_number, name=row.name),
            "" if row.kind == "birthday" else row.kind,
            day(coming[row.month_day], "month-day"),
        )
        for row in rows[:FEW]
    ]
    return {"rows": said} if said else None


def look_at(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Pairs that may be one person, waiting for the owner's word."""
    asked = len(waiting(book_of(request), now()))
    return {"count": asked} if asked else None
