"""Roles, the owner's own rhythm, rest, and where somebody stands: each a small form beside the person."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_POST

from rapport.kit import clock
from rapport.kit.cleaning import one_line
from rapport.kit.returning import back_to
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of
from rapport.people.models import Person
from rapport.ties.models import Role
from rapport.ties.rest import pin, rest, set_cadence, wake
from rapport.ties.roles import end, forget, give, set_role_cadence

NO_CADENCE = __("Choose between one day and ten years. What is at most must not be shorter than how often you wish.")


@for_members
@require_POST
def roles(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    try:
        give(person, one_line(request.POST.get("name", "")), on=clock.today(request.member.zone))
    except ValueError:
        messages.error(request, _("Write what they are to you, in a word."))
    return _back(person)


@for_members
@require_POST
def role(request: MemberRequest, number: int, given: int) -> HttpResponse:
    """`answer`: ended, again, or never (it was a mistake)."""
    person = person_of(request, number)
    found = Role.objects.filter(person=person, number=given).first()
    if found is None:
        raise Http404
    answer, today = request.POST.get("answer", ""), clock.today(request.member.zone)
    if answer == "ended":
        end(found, on=today)
    elif answer == "again":
        give(person, found.name, on=today)
    elif answer == "never":
        forget(found)
    return _back(person)


@for_members
@require_POST
def cadence(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    try:
        set_cadence(person, *asked_cadence(request))
    except ValueError:
        messages.error(request, NO_CADENCE)
    return _back(person)


@for_members
@require_POST
def role_cadence(request: MemberRequest) -> HttpResponse:
    """For all of a `role`."""
    role = one_line(request.POST.get("role", ""))[:60]
    if not Role.objects.filter(book=book_of(request), name=role).exists():
        raise Http404
    try:
        set_role_cadence(book_of(request), role, *asked_cadence(request))
    except ValueError:
        messages.error(request, NO_CADENCE)
    return redirect("/people/roles/")


def asked_cadence(request: HttpRequest) -> tuple[int | None, int | None]:
    """`days` and `most` as posted; none where there is no wish. ValueError for what is no number."""
    days, most = (request.POST.get(name, "").strip() for name in ("days", "most"))
    return (int(days), int(most) if most else None) if days else (None, None)


@for_members
@require_POST
def resting(request: MemberRequest, number: int) -> HttpResponse:
    """`days` is for how long: a number, nothing for good, `ended`, or `awake`."""
    person, days = person_of(request, number), request.POST.get("days", "")
    if days == "awake":
        wake(person)
    elif days == "ended":
        rest(person, now=clock.now(), state="ended")
    elif not days:
        rest(person, now=clock.now())
    elif days.isdecimal() and 1 <= int(days[:5]) <= 3650:
        rest(person, now=clock.now(), until=clock.today(request.member.zone) + timedelta(days=int(days[:5])))
    else:
        messages.error(request, _("Choose between one day and ten years."))
    return redirect(back_to(request, f"{person.path}#between"))


@for_members
@require_POST
def layer(request: MemberRequest, number: int) -> HttpResponse:
    person, size = person_of(request, number), request.POST.get("size", "")
    try:
        pin(person, int(size) if size else None)
    except ValueError:
        messages.error(request, _("Choose one of those offered."))
    return _back(person)


def _back(person: Person) -> HttpResponse:
    return redirect(f"{person.path}#between")
