"""What has just come, beside the round; how often by mail, in the settings."""

from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from django.utils.translation import gettext as _

from rapport.kit.panels import Panel
from rapport.members.models import Member
from rapport.notices.calendar import wants_calendar_mail
from rapport.notices.models import Hearing, Notice
from rapport.notices.saying import said
from rapport.notices.way import USUAL, ways

SHOWN = 4


def mark_of(member: Member) -> str:
    """Changes whenever something new has come or was put aside; one query on an index."""
    newest = Notice.objects.fresh().filter(member=member).aggregate(newest=Max("pk"))["newest"]
    return str(newest or 0)


def freshest(request: HttpRequest, member: Member) -> dict[str, Any]:
    rows = Notice.objects.of(member).fresh().select_related("deed__actor").order_by("-pk")[: 3 * SHOWN]
    spoken = said(member, list(rows))
    newest = max((one.number for one in spoken), default=0)
    return {"request": request, "spoken": spoken[:SHOWN], "has_more": len(spoken) > SHOWN, "newest": newest}


def _fresh(request: HttpRequest, round_: Any) -> dict[str, Any]:
    member: Member = request.member  # type: ignore[attr-defined]
    return {**freshest(request, member), "mark": mark_of(member)}


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


FRESH = Panel("today", 8, _fresh, "notices/panels/fresh.html", "aside")
HEARING = Panel("settings", 40, _hearing, "notices/panels/hearing.html")
