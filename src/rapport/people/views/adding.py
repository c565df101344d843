"""One field and Enter: a person, or a note about one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rapport.handles.ways import region_of
from rapport.kit.cleaning import whole
from rapport.kit.clock import now
from rapport.kit.once import once
from rapport.members.may import MemberRequest, for_members
from rapport.people.add import add, tell
from rapport.people.asking_same import asked_about
from rapport.people.book import book_of, person_of
from rapport.people.doubles import Double, doubles
from rapport.people.models import Book, Person
from rapport.people.paste import MOST, Order, lines_of, may_be_family_first, paste, typed_lines
from rapport.people.tell_apart import tell_apart
from rapport.people.typed import Typed, read

LONGEST, LONGEST_LIST = 2000, 200_000
ORDERS: dict[str, Order] = {"given": "given", "family": "family"}


@for_members
@require_http_methods(["GET", "POST"])
@once
def add_somebody(request: MemberRequest) -> HttpResponse:
    if request.method == "GET":
        return render(request, "people/add.html", {"line": "", "error": ""})
    book = book_of(request)
    line = request.POST.get("line", "")[:LONGEST]
    typed = read(line, request.member.region or region_of(request.member.zone))
    if not typed.name:
        return render(request, "people/add.html", {"line": line, "error": _("Write at least a name.")})
    chosen = request.POST.get("as", "")
    known = whole(chosen)
    if known is not None:
        return _keep(request, person_of(request, known), typed)
    found = doubles(book, typed)
    if chosen != "new":
        if typed.is_note and len(found) == 1 and found[0].why != "near":
            return _keep(request, found[0].person, typed)
        if found:
            return render(request, "people/double.html", {"line": line, "typed": typed, "found": found})
    return _make(request, book, typed, found)


def _make(request: MemberRequest, book: Book, typed: Typed, found: list[Double]) -> HttpResponse:
    person = add(book=book, typed=typed, now=now())
    tell_apart(person, [double.person for double in found if double.why in ("name", "near")], now=now())
    messages.success(request, _("%(name)s is among your people.") % {"name": person.name})
    return redirect(person.path)


def _keep(request: MemberRequest, person: Person, typed: Typed) -> HttpResponse:
    tell(person=person, typed=typed, now=now())
    messages.success(request, _("Kept with %(name)s.") % {"name": person.name})
    return redirect(person.path)


@for_members
@require_http_methods(["GET", "POST"])
@once
def paste_names(request: MemberRequest) -> HttpResponse:
    text = request.POST.get("text", "")[:LONGEST_LIST]
    lines, order = lines_of(text), request.POST.get("order", "")
    if request.method == "GET" or not lines:
        error = _("Paste at least one name.") if request.method == "POST" else ""
        return render(request, "people/paste.html", {"text": text, "error": error, "asks_order": False})
    if order not in ORDERS and may_be_family_first(lines):
        return render(request, "people/paste.html", {"text": text, "error": "", "asks_order": True, "first": lines[0]})
    region = request.member.region or region_of(request.member.zone)
    done = paste(book=book_of(request), typed=typed_lines(lines, region, ORDERS.get(order, "")), now=now())
    numbers = ",".join(str(one.person.number) for one in done)
    known = ",".join(str(one.person.number) for one in done if one.is_known)
    return redirect(f"/add/list/done/?people={numbers}&known={known}")


@for_members
@require_GET
def pasted(request: MemberRequest) -> HttpResponse:
    """Whom the list brought, each with those it may be the same as."""
    book = book_of(request)
    numbers = _numbers(request.GET.get("people", ""))
    known = set(_numbers(request.GET.get("known", "")))
    found = {person.number: person for person in Person.objects.here().filter(book=book, number__in=numbers)}
    alike = asked_about(book, list(found.values()))
    rows = [
        (found[number], number in known, alike.get(found[number].pk, []))
        for number in dict.fromkeys(numbers)
        if number in found
    ]
    return render(request, "people/pasted.html", {"rows": rows, "here": request.get_full_path()})


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")[:MOST] if part.isdecimal() and len(part) < 10]
