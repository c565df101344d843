"""Never by mail: what is new waits on its page."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from rapport.notices.way import Way


def _is_due(told_on: date | None, since: datetime, local: datetime, hour: int) -> bool:
    return False


NEVER = Way("never", _("Never"), _("What is new waits on its page."), _is_due, rank=4)
