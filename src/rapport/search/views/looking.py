"""The page of search, and the same results while somebody types."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from rapport.handles.ways import region_of
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Hub
from rapport.people.book import book_of
from rapport.search.everywhere import everywhere, on_hub, only_hit
from rapport.search.query import read_query


@for_members
@require_GET
def search(request: MemberRequest) -> HttpResponse:
    """What is one's own, and what is shared, apart. Enter on a single find opens it; while typing, htmx gets the
    results alone."""
    query = read_query(request.GET.get("q", ""), region=region_of(request.member.zone))
    own, shared = everywhere(book_of(request), query), on_hub(request.member, query, clock.now())
    is_typing = request.headers.get("HX-Request") == "true"
    one = only_hit([*own, *shared])
    if one is not None and not is_typing:
        return redirect(one.path)
    page = "search/_found.html" if is_typing else "search/search.html"
    return render(request, page, {"query": query, "own": own, "shared": shared, "hub": Hub.this()})
