"""A day in their life: a birthday or another date, today or tomorrow."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.facts.showing.shown import day_said
from rapport.kit.prepared import Query
from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.days import dates, days_ahead, days_query
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling


def asks(desk: Desk) -> tuple[Query]:
    return (days_query(desk.book, desk.today),)


def find(desk: Desk) -> Iterator[Candidate]:
    when, tomorrow = dates(desk.today), desk.today + timedelta(days=1)
    near = [day for day in days_ahead(desk.book, desk.today) if when[day.month_day] <= tomorrow]
    for day in sorted(near, key=lambda day: when[day.month_day]):
        key = desk.key("birthday", day.person_id)
        if key not in desk.kept:
            close = min(1.0, float(desk.strength[desk.place[day.person_id]]) / 4)
            kept = (day, when[day.month_day])
            yield desk.about(day.person_id, "birthday", slot=Slot.OPEN, worth=0.4 + 0.4 * close, minutes=1, kept=kept)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    day, on = desk.kept[chosen.key]
    person = desk.person(chosen.people[0])
    when = _("today") if on == desk.today else _("tomorrow")
    name = called(person.name)
    if day.kind != "birthday":
        return Telling(
            act=_("Think of %(name)s") % {"name": person.name},
            reason=_("%(what)s is %(when)s.") % {"what": day.kind.capitalize(), "when": when},
            opener=_("Hello %(name)s, I am thinking of you today.") % {"name": name},
            subject=day.kind.capitalize(),
            icon="today",
        )
    choices = (
        _("Happy birthday, %(name)s. I hope the day is a good one."),
        _("All the best for your birthday, %(name)s."),
    )
    return Telling(
        act=_("Wish %(name)s a happy birthday") % {"name": person.name},
        reason=_("Their birthday is %(when)s.") % {"when": when},
        opener=one_of(choices, chosen.key) % {"name": name},
        subject=_("Happy birthday"),
        why=((_("Date as known"), day_said(day.on, "month-day" if day.on.startswith("--") else "day")),),
        icon="today",
    )


BIRTHDAY = Suggestion("birthday", gettext_lazy("Birthday"), find, tell, rank=4, asks=asks)
