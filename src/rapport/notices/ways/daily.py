"""One mail a day, at the hour of the morning, on days when there is something; what comes later waits for the next."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from rapport.notices.way import Way


def _is_due(told_on: date | None, since: datetime, local: datetime, hour: int) -> bool:
    morning = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return since < morning <= local and told_on != local.date()


DAILY = Way("daily", _("Once a day"), _("In the morning, if there is anything."), _is_due, rank=2)
