"""Into the trash and out of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of
from rapport.people.models import Person
from rapport.rights import trash as trashing


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
    return render(request, "rights/trash.html", {"rows": rows, "after": page.after})
