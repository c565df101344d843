"""One field and Enter: a person, or a note about one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit.clock import now
from rapport.members.may import MemberRequest, for_members
from rapport.people.add import add, tell
from rapport.people.book import book_of, person_of
from rapport.people.doubles import Double, doubles
from rapport.people.handles import region_of
from rapport.people.models import Book, Person
from rapport.people.tell_apart import tell_apart
from rapport.people.typed import Typed, read

LONGEST = 2000


@for_members
@require_http_methods(["GET", "POST"])
def add_somebody(request: MemberRequest) -> HttpResponse:
    if request.method == "GET":
        return render(request, "people/add.html", {"line": "", "error": ""})
    book = book_of(request)
    line = request.POST.get("line", "")[:LONGEST]
    typed = read(line, request.member.region or region_of(request.member.zone))
    if not typed.name:
        return render(request, "people/add.html", {"line": line, "error": _("Write at least a name.")})
    chosen = request.POST.get("as", "")
    if chosen.isdecimal():
        return _keep(request, person_of(request, int(chosen)), typed)
    found = doubles(book, typed)
    if chosen != "new":
        if typed.is_note and len(found) == 1:
            return _keep(request, found[0].person, typed)
        if found:
            return render(request, "people/double.html", {"line": line, "typed": typed, "found": found})
    return _make(request, book, typed, found)


def _make(request: MemberRequest, book: Book, typed: Typed, found: list[Double]) -> HttpResponse:
    person = add(book=book, typed=typed, now=now())
    tell_apart(person, [double.person for double in found if double.why == "name"], now=now())
    messages.success(request, _("%(name)s is among your people.") % {"name": person.name})
    return redirect(person.path)


def _keep(request: MemberRequest, person: Person, typed: Typed) -> HttpResponse:
    tell(person=person, typed=typed, now=now())
    messages.success(request, _("Kept with %(name)s.") % {"name": person.name})
    return redirect(person.path)
