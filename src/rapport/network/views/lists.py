"""One's own network, list by list."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.kit import clock
from rapport.kit.pages import page_of
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.network import listing
from rapport.network.models import Openness
from rapport.network.suggest import suggested
from rapport.network.viewed import lookers

MANY = 50
SUGGESTED, FEW = 12, 3


@for_members
@require_GET
def connections(request: MemberRequest) -> HttpResponse:
    """What waits for an answer, what one waits for, connected lately, and all by name."""
    member, after, before = request.member, request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(listing.connections(member), listing.BY_NAME, after=after, before=before)
    is_first = not (after or before)
    context: dict[str, Any] = {
        "page": page,
        "waiting": list(listing.waiting(member)[:MANY]) if is_first else [],
        "left_alone": list(listing.left_alone(member)[:MANY]) if is_first else [],
        "asked": list(listing.asked(member)[:MANY]) if is_first else [],
        "lately": listing.connected_lately(member, clock.now()) if is_first else [],
    }
    asking = [one.by for one in (*context["waiting"], *context["left_alone"])]
    show_faces(member, [*asking, *(one.other for one in (*page.rows, *context["asked"], *context["lately"]))])
    return render(request, "network/connections.html", context)


@for_members
@require_GET
def follows(request: MemberRequest) -> HttpResponse:
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(listing.follows(request.member), listing.BY_NAME, after=after, before=before)
    show_faces(request.member, [one.other for one in page.rows])
    return render(request, "network/follows.html", {"page": page})


@for_members
@require_GET
def people_suggested(request: MemberRequest) -> HttpResponse:
    """A page; for Today, which fetches it, a panel with the first few, and nothing at all where there is nobody."""
    if request.headers.get("HX-Request"):
        few = suggested(request.member, FEW, now=clock.now())
        show_faces(request.member, [one.member for one in few])
        return render(request, "network/panels/suggested.html", {"rows": few}) if few else HttpResponse()
    rows = suggested(request.member, SUGGESTED, now=clock.now())
    show_faces(request.member, [one.member for one in rows])
    is_open = Openness.of(request.member).is_suggested
    return render(request, "network/suggested.html", {"rows": rows, "is_open": is_open})


@for_members
@require_GET
def profile_views(request: MemberRequest) -> HttpResponse:
    found = lookers(request.member, clock.now())
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(found.named, ("-looked_at", "-pk"), after=after, before=before)
    show_faces(request.member, [one.viewer for one in page.rows])
    context = {"page": page, "counted": found.counted, "rule": found.rule, "is_host": request.member.is_host}
    return render(request, "network/profile_views.html", context)
