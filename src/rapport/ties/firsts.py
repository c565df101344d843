"""The firsts of two people: first contact, first time online, first time in person, each as exactly as it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from rapport.people.models import Met, Person
from rapport.people.showing.held import held
from rapport.ties.models import Touch

MEETINGS = ("meeting",)
NEITHER = ("call",)  # a call is contact, but neither online nor in person


@dataclass(frozen=True, slots=True)
class First:
    """`which`: contact, online or in_person. `on` is ISO cut at its `precision`."""

    which: str
    on: str
    precision: str = "day"

    @property
    def day(self) -> int:
        """The ordinal of its day, 0 when less is known."""
        return date.fromisoformat(self.on).toordinal() if self.precision == "day" else 0

    @property
    def says(self) -> str:
        return {
            "online": _("First time online"),
            "in_person": _("First time in person"),
        }.get(self.which, _("First contact"))


def firsts_of(person: Person, *, among: Iterable[str] | None = None) -> list[First]:
    """Earliest first. First contact is left out when it is the first time online or in person anyway.

    `among`: kinds of entries, of which firsts are wanted; without a meeting or an occasion among them the first meeting
    is not looked for, which costs as many steps as there are messages before it.
    """
    is_meeting = among is None or bool({*MEETINGS, "occasion"} & {*among})
    known = [*_written(person), *_touched(person, is_meeting)]
    earliest = {which: _earliest(first for first in known if first.which == which) for which in ("online", "in_person")}
    found = [first for first in earliest.values() if first is not None]
    contact = _earliest(known)
    if contact is not None and all(contact.on != first.on for first in found):
        found.append(First("contact", contact.on, contact.precision))
    return sorted(found, key=lambda first: first.on)


def _written(person: Person) -> Iterable[First]:
    """What the owner wrote, or an archive told, of how they met."""
    for met in held(person, Met):
        if met.on and met.precision in ("day", "month", "year") and _is_sound(met.on[:10], met.precision):
            yield First(met.channel or "contact", met.on[:10], met.precision)


def _touched(person: Person, is_meeting: bool) -> Iterable[First]:
    rows = Touch.objects.filter(person=OuterRef("pk"), day__isnull=False).order_by("day").values("day")
    asked = {"online": rows.exclude(interaction__kind__in=(*MEETINGS, *NEITHER)), "contact": rows}
    if is_meeting:
        asked["in_person"] = rows.filter(interaction__kind__in=MEETINGS)
    days: Any = Person.objects.filter(pk=person.pk).values_list(*(Subquery(first[:1]) for first in asked.values()))
    for which, day in zip(asked, days[0], strict=True):
        if day:
            yield First(which, date.fromordinal(day).isoformat())


def _earliest(firsts: Iterable[First]) -> First | None:
    return min(firsts, key=lambda first: first.on, default=None)


def _is_sound(on: str, precision: str) -> bool:
    try:
        date.fromisoformat(f"{on}-01-01"[:10] if precision == "year" else f"{on}-01"[:10])
    except ValueError:
        return False
    return True
