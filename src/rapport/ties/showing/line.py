"""The time line as a panel of a person's page and as a page of its own."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from rapport.kit import chart
from rapport.people.models import Person
from rapport.ties.firsts import First, firsts_of
from rapport.ties.models import ContactDay
from rapport.ties.timeline import timeline

DAYS, DAYS_A_PAGE = 8, 40


def line(request: HttpRequest, person: Person) -> dict[str, Any]:
    """The panel: the latest days."""
    return {"person": person, "line": timeline(person, days=DAYS, firsts=firsts_of(person))}


def whole(person: Person, before: int) -> dict[str, Any]:
    """A page of the whole time line; on the first stands the picture of the years."""
    firsts = firsts_of(person)
    context = {"person": person, "line": timeline(person, before=before, days=DAYS_A_PAGE, firsts=firsts)}
    return context if before else {**context, "by_year": _years(person, firsts)}


def _years(person: Person, firsts: list[First]) -> dict[str, Any]:
    days = ContactDay.objects.filter(person=person).values_list("day", flat=True)
    counts = Counter(date.fromordinal(day).year for day in days)
    return {
        "counts": counts,
        "firsts": [chart.First(int(first.on[:4]), first.says) for first in firsts],
        "label": _("Days in touch per year: %(years)s")
        % {"years": ", ".join(f"{year}: {counts[year]}" for year in sorted(counts))},
    }
