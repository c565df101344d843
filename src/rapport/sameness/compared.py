"""What is known of two people, side by side."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from rapport.facts.showing.shown import day_said
from rapport.people.face import faces
from rapport.people.fuller import fullest, is_within
from rapport.people.models import Day, Identity, Name, Person
from rapport.people.platforms import platform_label


def heads(*people: Person) -> list[tuple[str, str, str]]:
    """Name, page and photo of each."""
    shown = faces(people)
    return [(person.name, person.path, shown.get(person.pk, "")) for person in people]


def compared(first: Person, second: Person) -> list[tuple[str, str, str, str]]:
    """Rows of label, the one's, the other's, and `same`, `other`, or empty where nothing can be told from it."""
    both = (first, second)
    called = [_values(Name, "text", person).exclude(text__in=[first.name, second.name]) for person in both]
    rows = [
        _row(_("What they do"), *([person.headline] for person in both)),
        _row(_("Place"), *([person.place] for person in both)),
        _row(_("Also called"), *map(list, called)),
        _birthday(*both),
    ]
    platforms = Identity.objects.shown().filter(person__in=both).order_by("platform")
    for platform in platforms.values_list("platform", flat=True).distinct():
        ways = [list(_values(Identity, "handle", person).filter(platform=platform)) for person in both]
        rows.append(_row(platform_label(platform), *ways))
    return [row for row in rows if row[1] or row[2]]


def _values(model: Any, column: str, person: Person) -> Any:
    return model.objects.shown().filter(person=person).values_list(column, flat=True)


def _row(label: str, one: Sequence[str], other: Sequence[str]) -> tuple[str, str, str, str]:
    ones, others = ({value.casefold() for value in values if value} for values in (one, other))
    return label, ", ".join(one), ", ".join(other), _state(ones, others)


def _state(ones: set[str], others: set[str]) -> str:
    if not ones or not others:
        return ""
    if ones == others:
        return "same"
    return "" if ones & others else "other"


def _birthday(first: Person, second: Person) -> tuple[str, str, str, str]:
    """17 May and 17 May 1978 may well be one day."""
    born = [
        [day for day, within in fullest(Day.objects.shown().filter(person=person, kind__iexact="birthday"))]
        for person in (first, second)
    ]
    said = [[day_said(day.on, day.precision) or day.on for day in days] for days in born]
    label, one, other, state = _row(_("Birthday"), *said)
    pairs = [(one.on, other.on) for one in born[0] for other in born[1]]
    may_be_one = any(is_within(*pair) or is_within(*reversed(pair)) for pair in pairs)
    return label, one, other, "" if may_be_one else state
