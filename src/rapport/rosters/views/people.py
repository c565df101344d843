"""Your people: fifty a page."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from rapport.kit.panels import rendered, styles
from rapport.kit.sieves import chosen, sieved
from rapport.kit.wording import counted
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.people.models import Person
from rapport.rosters.listing import listed
from rapport.rosters.sortings import Sorting, sortings
from rapport.rosters.together import acts

MARKS = ("after", "before", "at")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@for_members
@require_GET
def people(request: MemberRequest) -> HttpResponse:
    if any(not value for name, value in request.GET.items() if name not in MARKS):
        return redirect(_address(request))  # a form sends also what was left open
    book = book_of(request)
    everybody = Person.objects.here().filter(book=book)
    fitting = sieved(everybody, book, request.GET)
    sorting = _sorting(request.GET.get("order", ""))
    letter = request.GET.get("at", "")[:1].casefold() if sorting.name == "name" else ""
    count = fitting.count()
    wanted = fitting.filter(folded__gte=letter) if letter else fitting
    page = listed(book, wanted, sorting, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return render(
        request,
        "rosters/people.html",
        {
            "page": page,
            "count": count,
            "is_sieved": bool(chosen(request.GET)),
            "counted": counted(count, "person", "people") if count else "",
            "acts": acts(),
            "sorting": sorting,
            "tabs": [(one.label, _address(request, order=one.name), one is sorting) for one in sortings()],
            "letters": [(one.upper(), _address(request, at=one)) for one in LETTERS],
            "letter": letter.upper(),
            "further": _address(request, after=page.after) if page.after else "",
            "back": _address(request, before=page.before) if page.before else "",
            "styles": dict.fromkeys(("css/people.css", *styles("people"))),
            "main": rendered("people", "main", request, book),
            "aside": rendered("people", "aside", request, book),
        },
    )


def _sorting(name: str) -> Sorting:
    return next((sorting for sorting in sortings() if sorting.name == name), sortings()[0])


def _address(request: MemberRequest, **changed: str) -> str:
    """This list with something else about it; what marked the page is left behind."""
    kept = {name: value for name, value in request.GET.items() if value and name not in MARKS and name not in changed}
    said = urlencode({**kept, **changed})
    return f"/people/?{said}" if said else "/people/"
