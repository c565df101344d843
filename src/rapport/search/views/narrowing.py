"""Narrowing your people: every way there is on one page, and filters kept under a name."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.kit.sieves import chosen, sieves
from rapport.ledger.models import Filter
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.search.filters import drop, keep


@for_members
@require_GET
def narrow(request: MemberRequest) -> HttpResponse:
    """A form that leads to the list. Kinds nobody can be told apart by are left out."""
    book, found = book_of(request), chosen(request.GET)
    offered = [(sieve, sieve.choices(book), found.get(sieve.name, "")) for sieve in sieves()]
    shown = [(sieve, choices, value) for sieve, choices, value in offered if choices or value]
    return render(request, "search/narrow.html", {"sieves": shown, "order": request.GET.get("order", "")})


@for_members
@require_POST
def kept(request: MemberRequest) -> HttpResponse:
    """Keep the filter that was sent along under a name."""
    params = request.POST.dict()
    try:
        made = keep(book_of(request), params.get("filter_name", ""), params)
    except ValueError:
        messages.error(request, _("Write a name for the filter."))
        return redirect("/people/")
    messages.success(request, _("Kept as “%(name)s”.") % {"name": made.name})
    return redirect(f"/people/?{made.query}")


@for_members
@require_POST
def dropped(request: MemberRequest, number: int) -> HttpResponse:
    book = book_of(request)
    if not Filter.objects.filter(book=book, number=number).exists():
        raise Http404
    drop(book, number)
    messages.success(request, _("The filter is gone. Your people stay as they are."))
    return redirect("/people/")
