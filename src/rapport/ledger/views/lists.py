"""Lists: private sets of people."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.cleaning import one_line
from rapport.kit.returning import back_to
from rapport.ledger.lists import drop, list_named, put_on, set_list_cadence, take_off
from rapport.ledger.lists import rename as renamed
from rapport.ledger.models import List, ListEntry
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of, row_of
from rapport.people.keys import folded
from rapport.people.models import Person
from rapport.rosters.listing import listed
from rapport.rosters.orders import NAME
from rapport.ties.cadence import Cadence
from rapport.ties.showing.rhythms import choosing
from rapport.ties.views.keeping import NO_CADENCE, asked_cadence


@for_members
@require_http_methods(["GET", "POST"])
def lists(request: MemberRequest) -> HttpResponse:
    """All lists with how many are on each; posting a name makes one."""
    book = book_of(request)
    if request.method == "POST":
        name = one_line(request.POST.get("name", ""))
        if name:
            return redirect(list_named(book, name).path)
        messages.error(request, _("Write the name of the list."))
    rows = List.objects.filter(book=book).order_by("folded", "number")
    there = ListEntry.objects.shown().filter(book=book, person__trashed_at=None, person__merged_into=None)
    counts = dict(there.values_list("list_id").annotate(Count("pk")))
    return render(request, "ledger/lists.html", {"lists": [(row, counts.get(row.pk, 0)) for row in rows]})


@for_members
@require_http_methods(["GET", "POST"])
def one(request: MemberRequest, number: int) -> HttpResponse:
    """The people of a list; posting a name puts that person on it."""
    chosen = row_of(request, List, number)
    if request.method == "POST":
        _add(request, chosen, one_line(request.POST.get("name", "")))
        return redirect(chosen.path)
    on = ListEntry.objects.shown().filter(list=chosen).values("person_id")
    people = Person.objects.here().filter(book=chosen.book, pk__in=on)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = listed(chosen.book, people, NAME, after=after, before=before)
    wish = choosing(Cadence(chosen.cadence, chosen.cadence_most, chosen.name) if chosen.cadence else None)
    return render(request, "ledger/list.html", {"list": chosen, "page": page, "count": people.count(), "wish": wish})


@for_members
@require_POST
def rename(request: MemberRequest, number: int) -> HttpResponse:
    """Another name; the name of another list joins the two."""
    chosen, name = row_of(request, List, number), one_line(request.POST.get("name", ""))
    if not name:
        messages.error(request, _("Write a name."))
        return redirect(chosen.path)
    kept = renamed(chosen, name, now=clock.now())
    if kept.number != number:
        messages.success(request, _("The two are one now."))
    return redirect(kept.path)


@for_members
@require_POST
def cadence(request: MemberRequest, number: int) -> HttpResponse:
    chosen = row_of(request, List, number)
    try:
        set_list_cadence(chosen, *asked_cadence(request))
    except ValueError:
        messages.error(request, NO_CADENCE)
    return redirect(chosen.path)


@for_members
@require_POST
def remove(request: MemberRequest, number: int) -> HttpResponse:
    drop(row_of(request, List, number))
    messages.success(request, _("The list is gone; its people are still in your book."))
    return redirect("/lists/")


@for_members
@require_POST
def take(request: MemberRequest, number: int, person: int) -> HttpResponse:
    """Take one person off."""
    chosen = row_of(request, List, number)
    take_off(chosen, person_of(request, person), now=clock.now())
    return redirect(back_to(request, chosen.path))


@for_members
@require_POST
def put(request: MemberRequest, number: int) -> HttpResponse:
    """From the person's page: a word, and they are on that list."""
    person, name = person_of(request, number), one_line(request.POST.get("name", "")).lstrip("#").strip()
    if name:
        put_on(list_named(person.book, name), [person], now=clock.now())
    else:
        messages.error(request, _("Write the name of the list."))
    return redirect(f"{person.path}#lists")


def _add(request: MemberRequest, chosen: List, name: str) -> None:
    people = list(Person.objects.here().filter(book=chosen.book, folded=folded(name))[:2]) if name else []
    if len(people) == 1:
        put_on(chosen, people, now=clock.now())
    elif people:
        messages.error(request, _("Several are called so. Put the right one on the list from their page."))
    else:
        messages.error(request, _("Nobody in your book is called so. Write the name as it stands there."))
