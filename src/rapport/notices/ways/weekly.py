"""One mail a week, on Monday morning, or as soon after as the hub runs again; what comes later waits for the next."""

from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from rapport.notices.way import Way


def _is_due(told_on: date | None, since: datetime, local: datetime, hour: int) -> bool:
    monday = local.date() - timedelta(days=local.weekday())
    morning = datetime.combine(monday, time(hour), local.tzinfo)
    return since < morning <= local and (told_on is None or told_on < monday)


WEEKLY = Way("weekly", _("Once a week"), _("On Mondays, if there is anything."), _is_due, rank=3)
