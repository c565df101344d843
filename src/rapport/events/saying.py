"""How the time of an event is said: by the clock on its own wall, and, where that differs, by the reader's."""

from datetime import datetime

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.events.hours import wall
from rapport.events.models import Event, Occurrence
from rapport.events.recurring import read
from rapport.kit.wording import day
from rapport.members.models import Member


def when_said(date: Occurrence, event: Event) -> str:
    """Thursday 19 November 2026, 18:30 to 21:00; with both days where it ends on another."""
    begins, ends = wall(date.starts_at, event.zone), wall(date.ends_at, event.zone)
    until = formats.date_format(ends, "H:i" if begins.date() == ends.date() else "l j F, H:i")
    return _("%(begins)s to %(ends)s") % {"begins": formats.date_format(begins, "l j F Y, H:i"), "ends": until}


def short_when(date: Occurrence, event: Event) -> str:
    """Thu 19 Nov, 18:30."""
    return formats.date_format(wall(date.starts_at, event.zone), "D j M, H:i")


def zone_said(date: Occurrence, event: Event, viewer: Member | None) -> str:
    """London time, with the reader's own hour where their clock shows another; nothing where both are one."""
    city = city_of(event.zone)
    here, mine = wall(date.starts_at, event.zone), wall(date.starts_at, viewer.zone if viewer else event.zone)
    if viewer is None:
        return _("%(city)s time") % {"city": city}
    if here == mine:
        return ""
    return _("%(city)s time; where you are, %(hour)s") % {"city": city, "hour": _other(mine, here)}


def city_of(zone: str) -> str:
    """New York, of America/New_York."""
    return zone.rpartition("/")[2].replace("_", " ")


def cost_said(event: Event) -> str:
    """£5, pay at the door."""
    if not event.is_paid_at_door:
        return event.cost
    return _("%(cost)s, pay at the door") % {"cost": event.cost} if event.cost else _("pay at the door")


def where_said(event: Event) -> str:
    """Harbour Hall, and online."""
    if event.mode == "online":
        return _("online")
    if event.mode == "both":
        return _("%(place)s, and online") % {"place": event.place} if event.place else _("in a room and online")
    return event.place


def rhythm_said(event: Event) -> str:
    """every week, every 2 months; nothing for what is held once."""
    rule = read(event.rule)
    if rule is None:
        return ""
    if rule.frequency == "weekly":
        return ngettext("every week", "every %(n)s weeks", rule.every) % {"n": rule.every}
    return ngettext("every month", "every %(n)s months", rule.every) % {"n": rule.every}


def how_often_said(event: Event) -> str:
    """every week, until 1 April 2027; every 2 months, 5 times in all."""
    rule, said = read(event.rule), rhythm_said(event)
    if rule is not None and rule.count:
        return _("%(rhythm)s, %(n)s times in all") % {"rhythm": said, "n": rule.count}
    if rule is not None and rule.until:
        return _("%(rhythm)s, until %(day)s") % {"rhythm": said, "day": day(rule.until)}
    return said


def _other(mine: datetime, here: datetime) -> str:
    return formats.date_format(mine, "H:i" if mine.date() == here.date() else "l j F, H:i")
