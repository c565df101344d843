"""What has just come, beside the round; how often by mail, in the settings."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from rapport.kit.panels import Panel
from rapport.kit.prepared import Query, prepared
from rapport.members.faces import show_faces
from rapport.members.models import Member
from rapport.notices.calendar import wants_calendar_mail
from rapport.notices.models import Hearing, Notice
from rapport.notices.saying import said
from rapport.notices.way import USUAL, ways

SHOWN, NOTHING = 4, "0"


def mark_of(member: Member) -> str:
    """Changes whenever something new has come or was put aside; one query on an index."""
    newest = _newest.first(member=member.pk)
    return str(newest.id) if newest else NOTHING


def freshest(request: HttpRequest, member: Member) -> dict[str, Any]:
    spoken = said(member, _freshest.rows(member=member.pk))
    show_faces(member, [one.actor for one in spoken[:SHOWN]])
    newest = max((one.number for one in spoken), default=0)
    return {"request": request, "spoken": spoken[:SHOWN], "has_more": len(spoken) > SHOWN, "newest": newest}


def _fresh(request: HttpRequest, round_: Any) -> dict[str, Any]:
    member: Member = request.member  # type: ignore[attr-defined]
    mark = mark_of(member)
    nothing = {"request": request, "spoken": [], "has_more": False, "newest": 0}
    return {**(nothing if mark == NOTHING else freshest(request, member)), "mark": mark}


def _asks(request: HttpRequest, round_: Any) -> Iterator[Query]:
    member: Member = request.member  # type: ignore[attr-defined]
    yield _newest.of(member=member.pk)
    yield _freshest.of(member=member.pk)


@prepared(numbers=("member",))
def _newest(member: int) -> Any:
    return Notice.objects.fresh().filter(member=member).order_by("-pk").values_list("id")[:1]


@prepared(numbers=("member",))
def _freshest(member: int) -> Any:
    rows = Notice.objects.of(Member(pk=member)).fresh().select_related("deed__actor")
    return rows.order_by("-pk")[: 3 * SHOWN]


def _hearing(request: HttpRequest, member: Member) -> dict[str, Any]:
    chosen = Hearing.objects.filter(member=member).values_list("way", flat=True).first() or USUAL
    dates = [
        ("yes", _("By mail"), _("An entry for your calendar when you say yes, and its changes.")),
        ("no", _("Not by mail"), _("What moves or is cancelled stands under what is new.")),
    ]
    return {
        "options": [(way.name, way.label, way.hint) for way in ways().values()],
        "chosen": chosen,
        "dates": dates,
        "is_mailed": "yes" if wants_calendar_mail(member) else "no",
    }


FRESH = Panel("today", 8, _fresh, "notices/panels/fresh.html", "aside", _asks)
HEARING = Panel("settings", 40, _hearing, "notices/panels/hearing.html")
