"""Your people by place."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rapport.kit.clock import now
from rapport.kit.worldmap import world
from rapport.members.may import MemberRequest, for_members
from rapport.people.atlas import anchor, spots, stays, unknown
from rapport.people.book import book_of

MOST = 200


@for_members
@require_GET
def places(request: MemberRequest) -> HttpResponse:
    book = book_of(request)
    found = stays(book, now())
    seen: set[str] = set()
    rows = []
    for stay in found[:MOST]:
        rows.append((stay, anchor(stay.zone) if stay.zone and stay.zone not in seen else ""))
        seen.add(stay.zone)
    shown = spots(found[:MOST])
    context = {
        "rows": rows,
        "further": len(found) - len(rows),
        "world": world(shown, _("Where your people are")) if shown else "",
        "unknown": unknown(book),
    }
    return render(request, "people/places.html", context)
