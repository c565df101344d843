"""Several ticked people at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.kit.cleaning import one_line
from rapport.kit.clock import now
from rapport.kit.returning import back_to
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.people.models import Person
from rapport.rosters.together import acts

MOST = 500


@for_members
@require_POST
def together(request: MemberRequest) -> HttpResponse:
    """`people` are the ticked numbers, `act` what is to be done, `word-<act>` what it asked for."""
    back = back_to(request, "/people/")
    numbers = [int(number) for number in request.POST.getlist("people")[:MOST] if _is_number(number)]
    people = list(Person.objects.here().filter(book=book_of(request), number__in=numbers).order_by("number"))
    name = request.POST.get("act", "")
    if not people:
        messages.error(request, _("Tick at least one person first."))
        return redirect(back)
    if name == "same":
        return _compare(request, people, back)
    act = next((act for act in acts() if act.name == name), None)
    if act is not None:
        try:
            messages.success(request, act.act(people, one_line(request.POST.get(f"word-{name}", ""))[:200], now()))
        except ValueError as trouble:
            messages.error(request, str(trouble))
    return redirect(back)


def _compare(request: MemberRequest, people: list[Person], back: str) -> HttpResponse:
    if len(people) != 2:
        messages.error(request, _("Tick exactly two people to say that they are one."))
        return redirect(back)
    return redirect(f"{people[0].path}same/{people[1].number}/")


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 10
