"""A mail as soon as something happens."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from rapport.notices.way import Way


def _is_due(told_on: date | None, since: datetime, local: datetime, hour: int) -> bool:
    return True


AT_ONCE = Way("at_once", _("At once"), _("A mail for each thing that happens."), _is_due, rank=1)
