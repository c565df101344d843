"""People to meet: whom the owner wants to know."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.cleaning import one_line
from rapport.kit.returning import back_to
from rapport.ledger.models import Wish
from rapport.ledger.wishes import came_true, wish
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of, row_of
from rapport.people.keys import folded
from rapport.people.models import Person

MET = 50


@for_members
@require_http_methods(["GET", "POST"])
def wishes(request: MemberRequest) -> HttpResponse:
    """Those still to meet, the latest wish first; and those met. Posting a name adds one."""
    book = book_of(request)
    if request.method == "POST":
        name = one_line(request.POST.get("name", ""))
        if name:
            known = list(Person.objects.here().filter(book=book, folded=folded(name))[:2])
            person = known[0] if len(known) == 1 else None
            wish(book, name=name, why=one_line(request.POST.get("why", "")), person=person, now=clock.now())
            return redirect("/wishes/")
        messages.error(request, _("Write a name."))
    rows = Wish.objects.filter(book=book).select_related("person")
    met = rows.filter(met_on__isnull=False).order_by("-met_on", "-number")[:MET]
    return render(
        request,
        "ledger/wishes.html",
        {"wishes": rows.filter(met_on=None).order_by("-wished_at", "-number"), "met": met},
    )


@for_members
@require_POST
def want(request: MemberRequest, number: int) -> HttpResponse:
    """From the person's page."""
    person = person_of(request, number)
    wish(person.book, name=person.name, why=one_line(request.POST.get("why", "")), person=person, now=clock.now())
    return redirect(f"{person.path}#lists")


@for_members
@require_POST
def settle(request: MemberRequest, number: int) -> HttpResponse:
    """`answer`: met, or given up (which leaves no trace)."""
    wished = row_of(request, Wish, number)
    answer = request.POST.get("answer", "")
    if answer == "met" and wished.met_on is None:
        came_true(wished, on=clock.today(request.member.zone))
    elif answer == "gone":
        wished.delete()
    return redirect(back_to(request, "/wishes/"))
