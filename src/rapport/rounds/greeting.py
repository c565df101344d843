"""How the page of the day greets."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from rapport.people.calling import called


def greeting(name: str, now: datetime, zone: str) -> str:
    """ "Good morning, Ann", by the clock on the wall in `zone`."""
    hour = now.astimezone(ZoneInfo(zone)).hour
    if 4 <= hour < 12:
        words = _("Good morning, %(name)s")
    elif 12 <= hour < 18:
        words = _("Good afternoon, %(name)s")
    else:
        words = _("Good evening, %(name)s")
    return words % {"name": called(name)}
