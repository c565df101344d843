"""Into the trash and out of it; and somebody has died."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members
from rapport.people import trash as trashing
from rapport.people.book import book_of, person_of
from rapport.people.death import has_died, lives
from rapport.people.models import Person
from rapport.people.typed_days import day_of, is_ahead


@for_members
@require_POST
def trash(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    trashing.trash(people=[person], now=clock.now())
    messages.success(request, _("%(name)s is in the trash, and can be taken out for a month.") % {"name": person.name})
    return redirect("/people/")


@for_members
@require_POST
def restore(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    trashing.restore(people=[person])
    messages.success(request, _("%(name)s is among your people again.") % {"name": person.name})
    return redirect(person.path)


@for_members
@require_http_methods(["GET", "POST"])
def lying(request: MemberRequest) -> HttpResponse:
    """GET shows who lies there; POST empties it."""
    book = book_of(request)
    if request.method == "POST":
        count = trashing.empty_trash(book=book, now=clock.now())
        gone = ngettext("%(n)s person is gone for good.", "%(n)s people are gone for good.", count)
        messages.success(request, gone % {"n": count})
        return redirect("/people/trash/")
    people = Person.objects.in_trash().filter(book=book)
    page = page_of(people, ("-trashed_at", "number"), after=request.GET.get("after", ""))
    rows = [(person, person.trashed_at + trashing.GRACE) for person in page.rows]
    return render(request, "people/trash.html", {"rows": rows, "after": page.after})


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
