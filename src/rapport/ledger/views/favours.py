"""Favours: what was done for one another, and what was not yet thanked for."""

from datetime import date

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.cleaning import one_line
from rapport.kit.once import once
from rapport.kit.pages import page_of
from rapport.kit.returning import back_to
from rapport.kit.versions import is_late
from rapport.ledger.favours import change, favour, forget, thank, unthank
from rapport.ledger.forms import KINDS, FavourForm
from rapport.ledger.models import Favour
from rapport.ledger.views.editing import render_edit
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of, row_of
from rapport.people.typed_days import is_ahead, split_day

SIZES = ("1", "2", "3")


@for_members
@require_GET
def favours(request: MemberRequest) -> HttpResponse:
    """Not yet thanked for first; then the others, a page at a time. Nothing is summed up."""
    there = Favour.objects.filter(book=book_of(request), person__trashed_at=None).select_related("person")
    owed = Q(way="theirs", thanked_on=None)
    unthanked = there.filter(owed).order_by("done_on", "number")
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(there.exclude(owed), ("-done_on", "-number"), after=after, before=before)
    context = {"unthanked": [] if after or before else list(unthanked), "page": page, "kinds": dict(KINDS)}
    return render(request, "ledger/favours.html", context)


@for_members
@require_POST
@once
def do(request: MemberRequest, number: int) -> HttpResponse:
    """One line, perhaps with the day in it; and who did it for whom."""
    person, today = person_of(request, number), clock.today(request.member.zone)
    what, on = _read(one_line(request.POST.get("line", "")), today)
    if not what:
        messages.error(request, _("Write what was done."))
    else:
        way = "mine" if request.POST.get("way") == "mine" else "theirs"
        kind, size = request.POST.get("kind", ""), request.POST.get("size", "")
        favour(
            person,
            what=what,
            on=on,
            way=way,
            kind=kind if kind in dict(KINDS) else "other",
            size=int(size) if size in SIZES else 1,
        )
    return redirect(f"{person.path}#favours")


@for_members
@require_POST
def settle(request: MemberRequest, number: int) -> HttpResponse:
    """`answer`: thanked, or not thanked after all."""
    done, answer = row_of(request, Favour, number, "person"), request.POST.get("answer", "")
    if answer == "thanked" and done.way == "theirs" and done.thanked_on is None:
        thank(done, on=clock.today(request.member.zone), now=clock.now())
    elif answer == "unthanked" and done.thanked_on is not None:
        unthank(done)
    return redirect(back_to(request, f"{done.person.path}#favours"))


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, number: int) -> HttpResponse:
    done = row_of(request, Favour, number, "person")
    initial = {"what": done.what, "way": done.way, "kind": done.kind, "size": done.size, "on": done.done_on}
    form = FavourForm(request.POST or None, initial=initial, today=clock.today(request.member.zone))
    late = is_late(form, request.POST)
    if request.method == "POST" and form.is_valid() and not late:
        change(done, **form.cleaned_data)
        return redirect(f"{done.person.path}#favours")
    context = {
        "person": done.person,
        "path": f"/favours/{done.number}/",
        "title": _("A favour"),
        "is_thanked": done.thanked_on is not None,
    }
    return render_edit(request, form, context, late=late)


@for_members
@require_POST
def remove(request: MemberRequest, number: int) -> HttpResponse:
    done = row_of(request, Favour, number, "person")
    forget(done)
    messages.success(request, _("Taken away."))
    return redirect(f"{done.person.path}#favours")


def _read(line: str, today: date) -> tuple[str, date]:
    """'Lent me her ladder yesterday': what, and the day, if a whole day up to today ends or begins the line."""
    what, day = split_day(line, today)
    if day.precision != "day" or is_ahead(day, today) or not what:
        return line, today
    return what, date.fromisoformat(day.on)
