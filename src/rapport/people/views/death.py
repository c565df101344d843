"""Somebody has died."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.people.death import has_died, lives
from rapport.people.typed_days import day_of, is_ahead


@for_members
@require_http_methods(["GET", "POST"])
def death(request: MemberRequest, number: int) -> HttpResponse:
    """Somebody has died, on a day if it is known; or it was said by mistake (`mistake`)."""
    person = person_of(request, number)
    if request.method == "GET":
        return render(request, "people/death.html", {"person": person, "on": person.died_on, "error": ""})
    if "mistake" in request.POST:
        lives(person=person)
        return redirect(person.path)
    on = request.POST.get("on", "")[:40]
    today = clock.today(request.member.zone)
    day = day_of(on, today)
    if day is None or is_ahead(day, today) or day.precision == "month-day":
        error = _("Write it like 7 March 2020, March 2020 or 2020, or leave it empty.")
        return render(request, "people/death.html", {"person": person, "on": on, "error": error}, status=422)
    has_died(person=person, on=day.on)
    return redirect(person.path)
