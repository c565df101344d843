"""What is on today, and who of the reader's people comes, beside the cards of the morning."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from rapport.events.brief import brief_of
from rapport.events.calendars import is_same
from rapport.events.coming import answers_of, next_dates
from rapport.events.hours import moment
from rapport.events.models import Occurrence, Rsvp
from rapport.events.row import row_of
from rapport.groups.models import Group
from rapport.kit import clock
from rapport.members.may import MemberRequest
from rapport.members.models import Member
from rapport.people.book import book_of
from rapport.people.models import Occasion

MOST, FEW, EVENING = 3, 6, 17


def tonight(request: MemberRequest, found: Any) -> dict[str, Any] | None:
    """`found.on` is the day of the round."""
    dates = dates_of(request.member, found.on)
    if not dates:
        return None
    book, answers = book_of(request), answers_of(request.member, dates)
    rows = []
    for one in dates:
        brief = brief_of(one.event, one, request.member, book)
        rows.append((row_of(one, answers.get(one.pk, "")), brief.wished, brief.mine, FEW))
    hours = [one.starts_at.astimezone(ZoneInfo(request.member.zone)).hour for one in dates]
    return {"rows": rows, "is_evening": min(hours) >= EVENING}


def is_shown(occasion: Occasion, dates: list[Occurrence]) -> bool:
    """Whether an occasion of the private calendar is one of these dates, which are shown already."""
    return any(is_same(occasion, one, one.event) for one in dates)


def dates_of(member: Member, on: date) -> list[Occurrence]:
    """The dates that `tonight` shows on this day. Asked once: they stay with this `member` object of one request."""
    kept = vars(member).setdefault("dates_of", {})
    if on not in kept:
        kept[on] = _dates(member, on)
    found: list[Occurrence] = kept[on]
    return found


def _dates(member: Member, on: date) -> list[Occurrence]:
    """Today's dates of one's groups and those one answered, without those one declined."""
    begins, ends = moment(on, time(0), member.zone), moment(on, time(23, 59, 59), member.zone)
    near = next_dates(member, _earliest(begins)).filter(
        starts_at__gte=begins, starts_at__lte=ends, cancelled_at=None, event__cancelled_at=None
    )
    answered = dict(Rsvp.objects.filter(member=member, occurrence__in=near).values_list("occurrence_id", "answer"))
    mine = set(Group.objects.of(member).values_list("pk", flat=True))
    found = [
        one
        for one in near[:50]
        if answered.get(one.pk, "") != "no" and (one.pk in answered or one.event.group_id in mine)
    ]
    return found[:MOST]


def _earliest(begins: datetime) -> datetime:
    """What ended this morning is over; on another day than today nothing is."""
    return max(begins, clock.now()) if begins.date() == clock.now().date() else begins
