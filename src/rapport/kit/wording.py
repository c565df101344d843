"""How days, moments and counts are said on pages: in the words of everyday speech."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

KEPT = 4_096


def day(value: date | None, precision: str = "day") -> str:
    """A date as exactly as it is known: 19 November 2026, November 2026, 2026, 19 November.

    `precision` is one of second, minute, day, month, year, month-day, unknown; a moment is said in the current zone.
    """
    if value is None or precision == "unknown":
        return _("date unknown")
    shape = {"month": "F Y", "year": "Y", "month-day": "j F"}.get(precision, "j F Y")
    return _dated(_local_day(value), shape)


def weekday(value: date) -> str:
    """Thursday 19 November: for days near enough that the year needs no saying."""
    return _dated(_local_day(value), "l j F")


def hour(value: datetime) -> str:
    """18:30, in the current zone."""
    return f"{timezone.localtime(value):%H:%M}"


def moment(value: datetime | None, precision: str = "minute") -> str:
    """Thursday 19 November 2026, 18:30; without the hour when it is not known."""
    if value is None or precision not in {"second", "minute"}:
        return day(value, precision)
    local = timezone.localtime(value)
    return f"{_dated(local.date(), 'l j F Y')}, {local:%H:%M}"


def ago(value: date | None, now: date, precision: str = "day") -> str:
    """How long since, or until: today, yesterday, on Monday, last Friday, last week, in June, last year, 3 years ago.

    Both may be dates or aware moments; moments are read in the current zone. What is known only to the month or the
    year is said as the month or the year.
    """
    if value is None or precision == "unknown":
        return _("at an unknown time")
    then, today = _local_day(value), _local_day(now)
    if precision in {"year", "month"}:
        return _coarsely(then, today, precision)
    days = (today - then).days
    if days in _NEAR:
        return _NEAR[days]()
    if abs(days) < 7:
        return _on_weekday(then, today)
    return _past(then, today, days) if days > 0 else _future(then, today, -days)


def counted(number: int, one: str, many: str) -> str:
    """1 person, 1,204 people. Both words are message ids."""
    return f"{formats.number_format(number, use_l10n=True, force_grouping=True)} {ngettext(one, many, number)}"


def _dated(value: date, shape: str) -> str:
    """In the language of the page. A page says the same few days again and again."""
    return _written(value, shape, get_language())


@lru_cache(KEPT)
def _written(value: date, shape: str, language: str | None) -> str:
    """`language` is that of the page already; it is named to be kept apart."""
    return formats.date_format(value, shape)


def _local_day(value: date) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def _coarsely(then: date, today: date, precision: str) -> str:
    if precision == "year" or then.year != today.year:
        return pgettext("a month or year", "in %(time)s") % {"time": day(then, precision)}
    return _in_month(then)


def _in_month(then: date) -> str:
    return pgettext("a month or year", "in %(time)s") % {"time": _dated(then, "F")}


def _on_weekday(then: date, today: date) -> str:
    name = {"weekday": _dated(then, "l")}
    if then < today and _week(then) != _week(today):
        return _("last %(weekday)s") % name
    return _("on %(weekday)s") % name


def _past(then: date, today: date, days: int) -> str:
    if _week(today) - _week(then) == 1:
        return _("last week")
    if days < 35:
        weeks = max(2, round(days / 7))
        return ngettext("%(n)s week ago", "%(n)s weeks ago", weeks) % {"n": weeks}
    if then.year == today.year or days < 300:
        return _in_month(then)
    years = today.year - then.year
    if years == 1:
        return _("last year")
    return ngettext("%(n)s year ago", "%(n)s years ago", years) % {"n": years}


def _future(then: date, today: date, days: int) -> str:
    if _week(then) - _week(today) == 1:
        return _("next week")
    if days < 35:
        weeks = max(2, round(days / 7))
        return ngettext("in %(n)s week", "in %(n)s weeks", weeks) % {"n": weeks}
    if then.year == today.year or days < 300:
        return _in_month(then)
    years = then.year - today.year
    if years == 1:
        return _("next year")
    return ngettext("in %(n)s year", "in %(n)s years", years) % {"n": years}


def _week(of: date) -> int:
    """Weeks counted from Mondays, so that neighbouring weeks differ by one across the turn of a year."""
    return (of.toordinal() - 1) // 7


_NEAR: dict[int, Callable[[], str]] = {
    0: lambda: _("today"),
    1: lambda: _("yesterday"),
    -1: lambda: _("tomorrow"),
}
