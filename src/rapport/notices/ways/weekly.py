"""One mail a week, on Monday morning, or as soon after it as there is something."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from rapport.notices.way import Way


def _is_due(told_on: date | None, local: datetime, hour: int) -> bool:
    monday = local.date() - timedelta(days=local.weekday())
    is_morning = local.date() > monday or local.hour >= hour
    return is_morning and (told_on is None or told_on < monday)


WEEKLY = Way("weekly", _("Once a week"), _("On Mondays, if there is anything."), _is_due, rank=3)
