"""Before and after: the brief, and 'whom did you meet?'."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from rapport.briefs.brief import brief_of
from rapport.briefs.looking_back import Guest, asks, guests_of, keep
from rapport.events.coming import who_were_there
from rapport.events.finding import date_of, event_of
from rapport.events.models import Attendance, Event, Occurrence
from rapport.events.page import shown
from rapport.handles.ways import region_of
from rapport.kit import clock
from rapport.kit.once import once
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of

MOST_TICKS = 150


@for_members
@require_GET
def brief(request: MemberRequest, number: int) -> HttpResponse:
    event, now = event_of(request, number), clock.now()
    page = shown(request, event, date_of(request, event, now), now)
    found = brief_of(event, page.date, request.member, book_of(request))
    return render(request, "briefs/brief.html", {"page": page, "brief": found})


@for_members
@require_http_methods(["GET", "POST"])
@once
def met(request: MemberRequest, number: int) -> HttpResponse:
    """Those who were there, a tick each, and rows for names; kept in the reader's book."""
    event, now = event_of(request, number), clock.now()
    date = date_of(request, event, now)
    if not shown(request, event, date, now).may_look_back:
        raise Http404
    book = book_of(request)
    members = list(who_were_there(date, request.member)[:MOST_TICKS])
    show_faces(request.member, members)
    guests = guests_of(request.POST, members, book)
    if request.method == "GET":
        return _page(request, event, date, guests)
    if "more" in request.POST:
        return _page(request, event, date, [*guests, *guests_of({"rows": "11"}, [], book)])
    if not any(guest.counts for guest in guests):
        return _page(request, event, date, guests, error=_("Tick somebody, or write a name."))
    region = request.member.region or region_of(request.member.zone)
    if asks(guests, book, region):
        return _page(request, event, date, guests, is_asking=True)
    people = keep(guests=guests, event=event, date=date, book=book, region=region, now=now)
    _say(request, len(people), sum(1 for one in guests if one.counts and one.row.follow_up() is not None))
    return redirect(date.path)


def _say(request: MemberRequest, kept: int, later: int) -> None:
    said = ngettext("%(n)s person is in your book.", "%(n)s people are in your book.", kept) % {"n": kept}
    if later:
        waits = ngettext(
            "%(n)s follow-up will come up on its day.", "%(n)s follow-ups will come up on their days.", later
        )
        said = f"{said} {waits % {'n': later}}"
    messages.success(request, said)


def _page(
    request: MemberRequest,
    event: Event,
    date: Occurrence,
    guests: Sequence[Guest],
    *,
    error: str = "",
    is_asking: bool = False,
) -> HttpResponse:
    return render(
        request,
        "briefs/met.html",
        {
            "event": event,
            "date": date,
            "members": [guest for guest in guests if guest.member],
            "typed": [guest for guest in guests if not guest.member],
            "was_checked": Attendance.objects.filter(occurrence=date, member__isnull=False).exists(),
            "error": error,
            "is_asking": is_asking,
        },
        status=422 if error else 200,
    )
