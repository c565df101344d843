"""The page of one person: a frame; what is in it the rooms bring as panels."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from rapport.kit.clock import elsewhere, now
from rapport.kit.panels import rendered, styles
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.people.face import face_path
from rapport.people.whereabouts import zone_of


@for_members
@require_GET
def person(request: MemberRequest, number: int) -> HttpResponse:
    shown = person_of(request, number)
    if shown.number != number:
        return redirect(shown.path)
    zone = zone_of(shown)
    return render(
        request,
        "people/person.html",
        {
            "person": shown,
            "photo": face_path(shown),
            "there": elsewhere(now(), zone.key, request.member.zone) if zone else None,
            "styles": dict.fromkeys(("css/people.css", *styles("person"))),
            "main": rendered("person", "main", request, shown),
            "aside": rendered("person", "aside", request, shown),
        },
    )
