"""All that happened between the owner and one person."""

from datetime import date
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.ties.showing.line import whole


@for_members
@require_GET
def timeline(request: MemberRequest, number: int) -> HttpResponse:
    """`before` is the day (ISO) at which the page before this one ended."""
    person = person_of(request, number)
    if person.number != number:
        return redirect(f"{person.path}timeline/")
    context = whole(person, _ordinal(request.GET.get("before", "")))
    further = context["line"].further
    mark = urlencode({"before": date.fromordinal(further).isoformat()}) if further else ""
    return render(
        request, "ties/timeline.html", {**context, "further": f"{person.path}timeline/?{mark}" if mark else ""}
    )


def _ordinal(before: str) -> int:
    try:
        return date.fromisoformat(before).toordinal() if before else 0
    except ValueError:
        return 0
