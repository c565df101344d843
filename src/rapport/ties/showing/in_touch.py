"""Being in touch with somebody, at a glance: in words, as a spark, and with the buttons to write it down."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.kit import clock, wording
from rapport.kit.prepared import Prepared
from rapport.people.models import Person
from rapport.people.showing.held import held
from rapport.ties.cadence import cadence_of
from rapport.ties.models import ContactDay, Rest, Tie
from rapport.ties.rest import is_resting
from rapport.ties.showing.rhythms import span
from rapport.ties.strength import strength
from rapport.ties.taps import TAPS
from rapport.ties.wording import rhythm, silent_for

MONTHS = 24


_DAYS = Prepared(
    lambda person, today: ContactDay.objects.filter(person=person, day__lte=today).order_by("day").values_list("day"),
    numbers=("person", "today"),
)


def in_touch(request: HttpRequest, person: Person) -> dict[str, Any]:
    """The panel. Numbers stand under `why` only."""
    today = clock.today(person.book.owner.zone)
    days = [row.day for row in _DAYS.rows(person=person.pk, today=today.toordinal())]
    spark = months(days, today)
    tie = next(iter(held(person, Tie)), None) or Tie(person=person)
    rest = next(iter(held(person, Rest)), None)
    return {
        "person": person,
        "today": today,
        "taps": TAPS,
        "days": len(days),
        "rhythm": rhythm(days, today.toordinal()),
        "last": date.fromordinal(days[-1]) if days else None,
        "who": _who_was_last(tie, days[-1]) if days else "",
        "months": spark,
        "spark_says": _spark_says(sum(spark)),
        "due": _due(tie, rest, today) if not person.is_deceased else "",
        "why": _why(tie, len(days), today),
    }


def months(days: Sequence[int], today: date) -> list[int]:
    """Contact days of each of the last MONTHS months, oldest first; `days` in order."""
    counts = [0] * MONTHS
    first = date(today.year - MONTHS // 12, today.month, 1).toordinal()
    for day in days[bisect_left(days, first) :]:
        then = date.fromordinal(day)
        ago = (today.year - then.year) * 12 + today.month - then.month
        if 0 <= ago < MONTHS:
            counts[MONTHS - 1 - ago] += 1
    return counts


def _spark_says(count: int) -> str:
    return ngettext("%(n)s day in touch in the last two years", "%(n)s days in touch in the last two years", count) % {
        "n": count
    }


def _who_was_last(tie: Tie, last: int) -> str:
    was_out, was_in = tie.last_out == last, tie.last_in == last
    if was_out and not was_in:
        return _("you wrote or called")
    return _("they wrote or called") if was_in and not was_out else ""


def _due(tie: Tie, rest: Rest | None, today: date) -> str:
    """What the owner's own wish asks for, in a sentence; nothing while the tie rests."""
    if rest is not None and is_resting(rest, today):
        return ""
    cadence = cadence_of(tie.person, tie)
    if cadence is None:
        return ""
    if tie.last_touch is None:
        return _("You want to be in touch; nothing has been written down yet.")
    if cadence.most and cadence.is_over(tie.last_touch, today.toordinal()):
        said = {"span": span(cadence.most), "time": silent_for(today.toordinal() - tie.last_touch)}
        return _("You wanted to be %(span)s apart at most, and it has been %(time)s.") % said
    due = date.fromordinal(cadence.due_day(tie.last_touch))
    return _("By your own wish you are in touch again %(when)s.") % {"when": wording.ago(max(due, today), today)}


def _why(tie: Tie, days: int, today: date) -> list[tuple[str, str]]:
    told = [
        (_("Days in touch"), str(days)),
        (_("Since"), _said(tie.first_day)),
        (_("You, last"), _said(tie.last_out)),
        (_("They, last"), _said(tie.last_in)),
    ]
    if tie.unanswered:
        told.append((_("Your tries without an answer"), str(tie.unanswered)))
    if tie.lscore is not None:
        now = strength(tie.lscore, tie.last_in, today.toordinal())
        told.append((_("Strength (days in touch, each weighing half after 60 days)"), f"{now:.1f}"))
    return told


def _said(day: int | None) -> str:
    return wording.day(date.fromordinal(day)) if day else _("never")
