"""The lists: what is coming, mine, and month by month."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.events.coming import answers_of, next_dates, next_of_each
from rapport.events.hours import wall
from rapport.events.models import Occurrence, Rsvp, Speaker
from rapport.events.row import rows_of
from rapport.events.running import groups_to_make_for, run_by
from rapport.groups.models import Group
from rapport.kit import clock
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member

SIZE = 30


@require_GET
def events(request: HttpRequest) -> HttpResponse:
    """What is coming, the next first; `?group=` only that group's, `?month=2026-11` one month, past ones too."""
    viewer: Member | None = getattr(request, "member", None)
    group = Group.objects.visible_to(viewer).filter(handle=request.GET.get("group", "")).first()
    month = _month(request.GET.get("month", ""))
    if month is not None:
        return _by_month(request, viewer, month)
    now = clock.now()
    rows = next_of_each(next_dates(viewer, now), now)
    if group is not None:
        rows = rows.filter(event__group=group)
    query = f"group={group.handle}&" if group else ""
    return _page(request, rows, "coming", {"group": group, "query": query})


@for_members
@require_GET
def mine(request: MemberRequest) -> HttpResponse:
    """The dates I answered, and the next of what I speak at or run."""
    member, now = request.member, clock.now()
    answered = Rsvp.objects.filter(member=member).exclude(answer__in=("no", "lapsed")).values("occurrence")
    speaks = Speaker.objects.filter(member=member, agreed_at__isnull=False).values("event")
    coming = next_dates(member, now)
    mine = next_of_each(Occurrence.objects.filter(Q(event__in=run_by(member)) | Q(event__in=speaks)), now)
    rows = coming.filter(Q(pk__in=answered) | Q(pk__in=mine.values("pk")))
    return _page(request, rows, "mine", {"group": None, "query": ""})


def _page(request: HttpRequest, rows: Any, tab: str, more: dict[str, Any]) -> HttpResponse:
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(rows, ("starts_at", "pk"), after=after, before=before, size=SIZE)
    return render(request, "events/events.html", _shown(request, page.rows, tab) | more | {"page": page})


def _by_month(request: HttpRequest, viewer: Member | None, month: date) -> HttpResponse:
    begins = datetime(month.year, month.month, 1, tzinfo=UTC)
    ends = begins + timedelta(days=monthrange(month.year, month.month)[1])
    found = Occurrence.objects.visible_to(viewer).select_related("event__group", "event__made_by")
    near = found.filter(starts_at__gte=begins - timedelta(days=1), starts_at__lt=ends + timedelta(days=1))
    # A day belongs to the month that the clock on the event's own wall shows.
    rows = [
        one
        for one in near.order_by("starts_at", "pk")[:500]
        if wall(one.starts_at, one.event.zone).date().replace(day=1) == month
    ]
    around = {"earlier": _shifted(month, -1), "later": _shifted(month, 1), "month": month}
    return render(request, "events/month.html", _shown(request, rows, "month") | around)


def _shown(request: HttpRequest, rows: list[Occurrence], tab: str) -> dict[str, Any]:
    viewer: Member | None = getattr(request, "member", None)
    now = clock.now()
    answers = answers_of(viewer, rows) if viewer else {}
    return {
        "tab": tab,
        "months": rows_of(rows, answers),
        "this_month": now.strftime("%Y-%m"),
        "may_make": viewer is not None,
        "groups": list(groups_to_make_for(viewer)[:1]) if viewer else [],
    }


def _month(text: str) -> date | None:
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month if 1970 < month.year < 2200 else None


def _shifted(month: date, by: int) -> date:
    at = month.year * 12 + month.month - 1 + by
    return date(at // 12, at % 12 + 1, 1)
