"""Occasions: gatherings from a calendar or a note, and who was there."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.kit.clock import today
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, row_of
from rapport.people.face import faces
from rapport.people.models import Occasion, Presence


@for_members
@require_GET
def occasions(request: MemberRequest) -> HttpResponse:
    """The latest first; those still to come above them."""
    book, day = book_of(request), today(request.member.zone)
    dated = Occasion.objects.filter(book=book, begins_on__isnull=False)
    coming = list(dated.filter(begins_on__gt=day, is_cancelled=False).order_by("begins_on", "number")[:20])
    page = page_of(
        dated.filter(begins_on__lte=day),
        ("-begins_on", "-number"),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    undated = list(Occasion.objects.filter(book=book, begins_on=None).order_by("-number")[:50])
    return render(
        request,
        "people/occasions.html",
        {
            "page": page,
            "coming": [] if page.before else coming,
            "undated": [] if page.after else undated,
        },
    )


@for_members
@require_GET
def occasion(request: MemberRequest, number: int) -> HttpResponse:
    shown = row_of(request, Occasion, number)
    there = Presence.objects.shown().filter(occasion=shown, person__trashed_at=None, person__merged_into=None)
    found = list(there.select_related("person").order_by("person__folded", "person__number"))
    photos = faces([presence.person for presence in found])
    rows = [(presence.person, presence.answer, photos.get(presence.person_id, "")) for presence in found]
    return render(request, "people/occasion.html", {"occasion": shown, "rows": rows})
