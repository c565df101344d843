"""How two have been in touch, in everyday words: never a score."""

from collections.abc import Sequence
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

PAUSE = 120  # days without a word that end a stretch


def rhythm(days: Sequence[int], today: int) -> str:
    """'Most weeks until June, nothing since', from contact days (date.toordinal(), in order). Empty for none."""
    past = [day for day in days if day <= today]
    if not past:
        return ""
    began = _stretch(past)
    count, weeks = len(past) - began, (past[-1] - past[began]) / 7 + 1
    last = _last_in(past[-1], today)
    if len(past) == 1:
        return _("In touch once, %(last)s") % {"last": last}
    if count < 4:
        days_said = ngettext("On %(num)s day so far", "On %(num)s days so far", len(past)) % {"num": len(past)}
        return _("%(days)s, last %(last)s") % {"days": days_said, "last": last}
    if today - past[-1] < 2 * 7 * weeks / count + 7:
        return _("%(often)s, last %(last)s") % {"often": _how_often(count / weeks), "last": last}
    when = _("this month") if is_this_month(past[-1], today) else month(past[-1], today)
    return _("%(often)s until %(when)s, nothing since") % {"often": _how_often(count / weeks), "when": when}


def habit(days: Sequence[int]) -> str:
    """'Most weeks', 'Every few weeks': how often, in the last stretch of these days. Empty for none."""
    if not days:
        return ""
    began = _stretch(days)
    return _how_often((len(days) - began) / ((days[-1] - days[began]) / 7 + 1))


def month(day: int, today: int) -> str:
    """'June', 'June last year', 'June 2019'."""
    then, now = date.fromordinal(day), date.fromordinal(today)
    name = str(MONTHS[then.month])
    if then.year == now.year or (now.year - then.year == 1 and then.month > now.month):
        return name
    if now.year - then.year == 1:
        return _("%(month)s last year") % {"month": name}
    return f"{name} {then.year}"


def is_this_month(day: int, today: int) -> bool:
    """Whether its month is not over: nobody says in November that it has been since November."""
    return date.fromordinal(day).replace(day=1) == date.fromordinal(today).replace(day=1)


def silent_for(days: int) -> str:
    """'three weeks', 'five months', 'two years' of silence, as a rough span."""
    if days < 14:
        return ngettext("%(num)s day", "%(num)s days", days) % {"num": days}
    if days < 60:
        return ngettext("%(num)s week", "%(num)s weeks", days // 7) % {"num": days // 7}
    if days < 730:
        return ngettext("%(num)s month", "%(num)s months", days // 30) % {"num": days // 30}
    return ngettext("%(num)s year", "%(num)s years", days // 365) % {"num": days // 365}


def _last_in(day: int, today: int) -> str:
    """'this month', 'in June', 'in June last year'."""
    return _("this month") if is_this_month(day, today) else _("in %(month)s") % {"month": month(day, today)}


def _stretch(past: Sequence[int]) -> int:
    """Where the last stretch without a long pause begins."""
    at = len(past) - 1
    while at > 0 and past[at] - past[at - 1] <= PAUSE:
        at -= 1
    return at


def _how_often(per_week: float) -> str:
    if per_week >= 3:
        return _("Almost daily")
    if per_week >= 0.6:
        return _("Most weeks")
    if per_week >= 0.3:
        return _("Every few weeks")
    return _("About once a month") if per_week >= 0.15 else _("Now and then")
