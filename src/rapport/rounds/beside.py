"""What stands beside the cards: tonight, connected lately, days coming, pairs to look at."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F

from rapport.events.showing.tonight import dates_of, is_shown
from rapport.kit.clock import now
from rapport.kit.wording import ago, day
from rapport.ledger.models import Wish
from rapport.members.may import MemberRequest
from rapport.people.book import book_of
from rapport.people.face import faces
from rapport.people.models import Book, Day, Occasion, Person, Presence
from rapport.people.reviewing import waiting
from rapport.ties.models import Tie

AHEAD, LATELY = 14, 30  # days
FEW = 6


@dataclass(frozen=True, slots=True)
class Morning:
    """The subject of panels beside today's cards: the day."""

    on: date


def tonight(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Today's occasions, with those of one's people who come and those one wishes to meet."""
    book = book_of(request)
    held = Occasion.objects.filter(book=book, begins_on=found.on, is_cancelled=False).exclude(own_answer="declined")
    hub = dates_of(request.member, found.on)  # shown by its own panel
    near = held.order_by(F("begins_at").asc(nulls_first=True), "number")[:9]
    occasions = [one for one in near if not is_shown(one, hub)][:3]
    if not occasions:
        return None
    guests = _guests(book, occasions)
    wished = _wished(book)
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


def _guests(book: Book, occasions: list[Occasion]) -> dict[int, list[Person]]:
    rows = Presence.objects.shown().filter(book=book, occasion__in=occasions).exclude(answer="declined")
    found: dict[int, list[Person]] = {}
    here = rows.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    for presence in here.select_related("person").order_by("person__folded", "person__number"):
        found.setdefault(presence.occasion_id, []).append(presence.person)
    return found


def _wished(book: Book) -> set[int]:
    wishes = Wish.objects.filter(book=book, met_on=None, person__isnull=False)
    return set(wishes.values_list("person_id", flat=True))


def lately(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Whom the owner connected with in the last month, the newest first."""
    today = found.on.toordinal()
    ties = Tie.objects.filter(book=book_of(request), began_day__gt=today - LATELY, began_day__lte=today)
    here = ties.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    rows = list(here.select_related("person").order_by("-began_day", "person__number")[:FEW])
    photos = faces([tie.person for tie in rows])
    said = [
        (tie.person, photos.get(tie.person_id, ""), ago(date.fromordinal(tie.began_day or today), found.on))
        for tie in rows
    ]
    return {"rows": said} if said else None


def birthdays(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Days of the next fortnight, the nearest first; today's and tomorrow's are cards."""
    coming = {f"{on:%m-%d}": on for on in (found.on + timedelta(days=ahead) for ahead in range(2, AHEAD + 1))}
    known = Day.objects.shown().filter(book=book_of(request), month_day__in=coming).exclude(kind="death")
    here = known.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    rows = sorted(here.select_related("person"), key=lambda known: (coming[known.month_day], known.person.number))
    said = [
        (row.person, "" if row.kind == "birthday" else row.kind, day(coming[row.month_day], "month-day"))
        for row in rows[:FEW]
    ]
    return {"rows": said} if said else None


def look_at(request: MemberRequest, found: Morning) -> dict[str, Any] | None:
    """Pairs that may be one person, waiting for the owner's word."""
    asked = len(waiting(book_of(request), now()))
    return {"count": asked} if asked else None
