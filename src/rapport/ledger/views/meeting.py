"""'I met these people at ...': an evening written down in one go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rapport.handles.ways import region_of
from rapport.kit import clock
from rapport.kit.once import once
from rapport.ledger.evening import Evening, look_up, occasion_of, sent, with_room
from rapport.ledger.meeting import Somebody, meet
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.people.gathering import near, occasion_named
from rapport.people.models import Book, Occasion


@for_members
@require_http_methods(["GET", "POST"])
@once
def met(request: MemberRequest) -> HttpResponse:
    book, today = book_of(request), clock.today(request.member.zone)
    if request.method == "GET":
        evening = Evening(number=request.GET.get("occasion", ""))
        picked = occasion_of(evening, book) or next((one for one in near(book, today) if not evening.number), None)
        evening.number = str(picked.number) if picked else ""
        evening.on = today.isoformat()
        return _page(request, book, evening)
    evening = sent(request.POST, today)
    if "more" in request.POST:
        return _page(request, book, evening, more=11)
    occasion, error = _occasion(evening, book)
    if occasion is None:
        return _page(request, book, evening, error=error)
    if not evening.filled():
        return _page(request, book, evening, error=_("Write at least one name."))
    region = request.member.region or region_of(request.member.zone)
    if look_up(evening, book, region):
        return _page(request, book, evening, is_asking=True)
    return _kept(request, book, evening, occasion, region)


def _kept(request: MemberRequest, book: Book, evening: Evening, occasion: Occasion, region: str) -> HttpResponse:
    people = [Somebody(row.typed(region), row.known(), row.follow_up()) for row in evening.filled()]
    on = occasion.begins_on or evening.day or clock.today(request.member.zone)
    kept = meet(book=book, occasion=occasion, on=on, people=people, now=clock.now())
    said = ngettext("%(n)s person is kept.", "%(n)s people are kept.", len(kept)) % {"n": len(kept)}
    later = sum(1 for one in people if one.follow_up is not None)
    if later:
        waits = ngettext(
            "%(n)s follow-up will come up on its day.", "%(n)s follow-ups will come up on their days.", later
        )
        said = f"{said} {waits % {'n': later}}"
    messages.success(request, said)
    return redirect(occasion.path)


def _occasion(evening: Evening, book: Book) -> tuple[Occasion | None, str]:
    """The occasion picked or named; else what is missing, in a sentence."""
    picked = occasion_of(evening, book)
    if picked is not None:
        return picked, ""
    if not evening.title:
        return None, _("Say where you met them.")
    if evening.day is None:
        return None, _("Say on which day, like 19 November 2026; it cannot be still to come.")
    return occasion_named(book=book, title=evening.title, on=evening.day, place=evening.place), ""


def _page(
    request: MemberRequest,
    book: Book,
    evening: Evening,
    *,
    more: int = 0,
    error: str = "",
    is_asking: bool = False,
) -> HttpResponse:
    nearby = near(book, clock.today(request.member.zone))
    picked = occasion_of(evening, book)
    if picked is not None and picked not in nearby:
        nearby = [picked, *nearby]
    return render(
        request,
        "ledger/met.html",
        {"evening": with_room(evening, more), "nearby": nearby, "error": error, "is_asking": is_asking},
        status=422 if error else 200,
    )
