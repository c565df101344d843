"""A day in their life: a birthday or another date, today or tomorrow."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.people.calling import called, one_of
from rapport.people.models import Day
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling


def find(desk: Desk) -> Iterator[Candidate]:
    for on in (desk.today, desk.today + timedelta(days=1)):
        rows = Day.objects.shown().filter(book=desk.book, month_day__in=_keys(on)).exclude(kind="death")
        for day in sorted((row for row in rows if row.person_id in desk.place), key=lambda row: row.pk):
            key = desk.key("birthday", day.person_id)
            if key not in desk.kept:
                close = min(1.0, float(desk.strength[desk.place[day.person_id]]) / 4)
                yield desk.about(
                    day.person_id, "birthday", slot=Slot.OPEN, worth=0.4 + 0.4 * close, minutes=1, kept=(day, on)
                )


def _keys(on: date) -> list[str]:
    """Who was born on a leap day has a birthday every year."""
    keys = [f"{on:%m-%d}"]
    if on.month == 2 and on.day == 28 and (on + timedelta(days=1)).month == 3:
        keys.append("02-29")
    return keys


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
        why=((_("Date as known"), day.on),),
        icon="today",
    )


BIRTHDAY = Suggestion("birthday", gettext_lazy("Birthday"), find, tell, rank=4)
