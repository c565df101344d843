"""To whom one could introduce somebody."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from rapport.introductions.showing import could_introduce
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of


@for_members
@require_GET
def introduce(request: MemberRequest, number: int) -> HttpResponse:
    """The panel alone, fetched by the page of the person: nothing at all where there is nothing. Else a page."""
    person = person_of(request, number)
    if person.number != number:
        return redirect(f"{person.path}introduce/")
    found = could_introduce(person)
    if not request.headers.get("HX-Request"):
        return render(request, "introductions/introduce.html", found or {"person": person, "ideas": [], "begun": []})
    return render(request, "introductions/panels/could_introduce.html", found) if found else HttpResponse()
