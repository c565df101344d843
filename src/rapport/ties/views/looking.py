"""Whom the owner actually talks to, and who has gone quiet."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rapport.kit import clock, wording
from rapport.kit.cleaning import one_line
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.people.face import faces
from rapport.people.models import Person
from rapport.ties.cadence import Cadence
from rapport.ties.cold import Cold, never_written, quiet_ones
from rapport.ties.models import RoleCadence
from rapport.ties.showing.rhythms import choosing
from rapport.ties.showing.rings import rings
from rapport.ties.talking import YEAR, by_role

A_PAGE = 50
SHOWN = 12  # people of a role, until one asks for all of them


@for_members
@require_GET
def in_rings(request: MemberRequest) -> HttpResponse:
    """The rings alone, fetched by the list of people; whole as a page of their own."""
    shown = rings(book_of(request)) or {"dots": []}
    is_part = request.headers.get("HX-Request") and shown["dots"]
    return render(request, "ties/panels/rings.html" if is_part else "ties/rings.html", shown)


@for_members
@require_GET
def roles(request: MemberRequest) -> HttpResponse:
    """`since=ever` counts all days; `role` shows everybody of one role."""
    today = clock.today(request.member.zone)
    is_ever = request.GET.get("since") == "ever"
    talks = by_role(book_of(request), today=today, since=0 if is_ever else today.toordinal() - YEAR)
    wanted = one_line(request.GET.get("role", "")) if "role" in request.GET else None
    shown = [talk for talk in talks if wanted is None or talk.role == wanted]
    most = SHOWN if wanted is None else None
    people = [person for talk in shown for person, _days in talk.people[:most]]
    tabs = [
        (_("In the last year"), "/people/roles/", not is_ever),
        (_("Ever"), "/people/roles/?since=ever", is_ever),
    ]
    said = {wish.role: wish for wish in RoleCadence.objects.filter(book=book_of(request))}
    wishes = {talk.role: _wish_for(said.get(talk.role)) for talk in shown if talk.role}
    context = {"talks": shown, "most": most, "tabs": tabs, "photos": faces(people), "is_ever": is_ever}
    return render(request, "ties/roles.html", context | {"wishes": wishes})


def _wish_for(wish: RoleCadence | None) -> dict[str, Any]:
    return choosing(Cadence(wish.cadence, wish.cadence_most, wish.role) if wish else None)


@for_members
@require_GET
def quiet(request: MemberRequest) -> HttpResponse:
    """It's been a while; with `never`, those connected and never written to."""
    book, today = book_of(request), clock.today(request.member.zone)
    start = int(request.GET["from"]) if request.GET.get("from", "").isdecimal() and len(request.GET["from"]) < 7 else 0
    is_never = "never" in request.GET
    if is_never:
        found, count = never_written(book, today, start=start, most=A_PAGE)
        told = [(who, _connected(day, today)) for who, day in found]
    else:
        cold, count = quiet_ones(book, today, start=start, most=A_PAGE)
        told = [(one.who, f"{_wished(one)} {one.says}".strip()) for one in cold]
    people = Person.objects.in_bulk([who for who, _says in told])
    photos = faces(list(people.values()))
    rows = [(people[who], says, photos.get(who, "")) for who, says in told]
    pages = {"further": _page(is_never, start + A_PAGE) if start + A_PAGE < count else ""}
    pages["back_to"] = _page(is_never, max(0, start - A_PAGE)) if start else ""
    return render(request, "ties/quiet.html", {"rows": rows, "count": count, "is_never": is_never, **pages})


def _wished(cold: Cold) -> str:
    if cold.is_over:
        return _("Longer than you wanted at most.")
    return _("Due by your own wish.") if cold.is_due else ""


def _connected(day: int, today: date) -> str:
    return _("connected %(when)s") % {"when": wording.ago(date.fromordinal(day), today)}


def _page(is_never: bool, start: int) -> str:
    asked = {**({"never": "1"} if is_never else {}), **({"from": str(start)} if start else {})}
    return f"/people/quiet/?{urlencode(asked)}" if asked else "/people/quiet/"
