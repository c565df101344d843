"""The firsts of two people: first contact, first time online, first time in person, each as exactly as it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rapport.kit import clock
from rapport.people.models import Met, Person
from rapport.people.showing.held import held
from rapport.ties.models import Tie


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


def firsts_of(person: Person) -> list[First]:
    """Earliest first. First contact is left out when it is the first time online or in person anyway."""
    known = [*_written(person), *_touched(person)]
    earliest = {which: _earliest(first for first in known if first.which == which) for which in ("online", "in_person")}
    found = [first for first in earliest.values() if first is not None]
    contact = _earliest(known)
    if contact is not None and all(contact.on != first.on for first in found):
        found.append(First("contact", contact.on, contact.precision))
    return sorted(found, key=lambda first: first.on)


def have_met(person: Person) -> bool:
    """Whether a meeting is written down. One that is still to come is none."""
    today = clock.today(person.book.owner.zone).toordinal()
    return any(tie.first_meeting is not None and tie.first_meeting <= today for tie in held(person, Tie))


def _written(person: Person) -> Iterable[First]:
    """What the owner wrote, or an archive told, of how they met."""
    for met in held(person, Met):
        if met.on and met.precision in ("day", "month", "year") and _is_sound(met.on[:10], met.precision):
            yield First(met.channel or "contact", met.on[:10], met.precision)


def _touched(person: Person) -> Iterable[First]:
    for tie in held(person, Tie):
        days = {"online": tie.first_online, "contact": tie.first_touch, "in_person": tie.first_meeting}
        yield from (First(which, date.fromordinal(day).isoformat()) for which, day in days.items() if day)


def _earliest(firsts: Iterable[First]) -> First | None:
    return min(firsts, key=lambda first: first.on, default=None)


def _is_sound(on: str, precision: str) -> bool:
    try:
        date.fromisoformat(f"{on}-01-01"[:10] if precision == "year" else f"{on}-01"[:10])
    except ValueError:
        return False
    return True
