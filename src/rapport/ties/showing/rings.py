"""The book at a glance: the rings, and how many people one keeps up with."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.kit import clock
from rapport.kit.chart import Dot
from rapport.people.models import Book, Person
from rapport.ties.layers import Place, could_rest, rooms
from rapport.ties.models import Tie
from rapport.ties.origins import origins
from rapport.ties.quiet import gone_quiet
from rapport.ties.standing import Everybody, everybody

SHOWN = (5, 15, 50, 150)
KEPT_UP = 150
YEAR = 365


def place_for_rings(request: HttpRequest, book: Book) -> dict[str, Any] | None:
    """On the first page only: whoever turns pages or sorts is looking for somebody. The rings come by themselves
    once the list is there, or by a link."""
    is_any = not request.GET and Tie.objects.filter(book=book, contact_days__gt=0).exists()
    return {} if is_any else None


def links(request: HttpRequest, book: Book) -> dict[str, Any]:
    """The ways to this room's pages; nothing needs to be known for them."""
    return {}


def rings(book: Book) -> dict[str, Any] | None:
    """What the rings show; None when nobody stands in them yet."""
    ties = everybody(book, clock.today(book.owner.zone))
    places = ties.places()
    if not places:
        return None
    return {"dots": _dots(ties, places), "capacity": _capacity(ties), "why": _why(ties, places)}


def _dots(ties: Everybody, places: dict[int, Place]) -> list[Dot]:
    near = {who: where for who, where in places.items() if where.layer in SHOWN}
    people = sorted(Person.objects.filter(pk__in=near), key=lambda one: (near[one.pk].layer, one.folded, one.number))
    met, cold = origins(people), _cold(ties)
    return [Dot(one.name, one.path, near[one.pk].layer, met.get(one.pk, ""), cold.get(one.pk, False)) for one in people]


def _cold(ties: Everybody) -> dict[int, bool]:
    """Those whose tie rests are not cold: it is the owner's wish."""
    table = ties.table
    quiet = gone_quiet(ties.silence, table["contact_days"], table["first_day"], table["last_day"])
    quiet &= table["is_resting"] == 0
    return dict(zip(ties.ids.tolist(), quiet.tolist(), strict=True))


def _capacity(ties: Everybody) -> str:
    """How many people there is contact with, beside how many one keeps up with. It says nothing of anybody."""
    count = int((ties.silence <= YEAR).sum())
    said = ngettext(
        "In the last year you were in touch with %(n)s person.",
        "In the last year you were in touch with %(n)s people.",
        count,
    ) % {"n": f"{count:,}"}
    if count > KEPT_UP:
        more = _("About 150 is what one keeps up, so some may well rest.")
    else:
        more = _("About 150 is what one keeps up: there is room.")
    return f"{said} {more}"


def _why(ties: Everybody, places: dict[int, Place]) -> dict[str, Any]:
    """How full the layers are, and whom an overfull one could let rest."""
    resting = Person.objects.filter(pk__in=could_rest(ties.standings, places)).order_by("folded")
    return {"rooms": [(room.size, room.taken) for room in rooms(places.values())], "could_rest": list(resting)}
