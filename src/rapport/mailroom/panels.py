"""On the settings page: one's own mail that waits, where no mail server is set."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from rapport.kit.panels import Panel
from rapport.mailroom.models import Waiting
from rapport.members.models import Member

SHOWN = 20


def _tray(request: HttpRequest, member: Member) -> dict[str, Any] | None:
    if settings.MAIL_SERVER:
        return None
    mails = Waiting.objects.filter(account=member.account).order_by("-written_at", "-pk")[:SHOWN]
    return {"mails": [(mail, mail.kind != "entry") for mail in mails]}


TRAY = Panel("settings", 50, _tray, "mailroom/_tray.html")
