"""How often one may ask: enough for an evening's worth of people, too little for everybody on the hub."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.network.models import Request

A_DAY = 30
A_DAY_AT_FIRST, FIRST_DAYS = 10, timedelta(days=7)
A_DAY_UNWELCOME, UNWELCOME, REMEMBERED = 3, 10, timedelta(days=90)  # after that many were ignored in that time
SAME_WORDS = 5  # people a day whom one may send the same note
AGAIN = timedelta(days=7)  # so long after asking, asking anew is heard again
DAY = timedelta(days=1)


class AskingError(Exception):
    """It is too much for today; the text says so in one sentence."""


def may_ask(by: Member, note: str, now: datetime) -> None:
    """Raises AskingError when the day's askings are used up, or the same note has gone to too many."""
    today = Request.objects.filter(by=by, asked_at__gt=now - DAY)
    if today.count() >= _a_day(by, now):
        raise AskingError(_("That is enough asking for one day. Tomorrow you can ask again."))
    if note and today.filter(note=note).count() >= SAME_WORDS:
        raise AskingError(_("These same words have gone to several people today. Write a line that is meant for one."))


def _a_day(by: Member, now: datetime) -> int:
    if Request.objects.filter(by=by, ignored_at__gt=now - REMEMBERED).count() >= UNWELCOME:
        return A_DAY_UNWELCOME
    return A_DAY_AT_FIRST if now - by.account.joined_at < FIRST_DAYS else A_DAY
