"""One date as a row of a list, and rows under their months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from rapport.events.hours import wall
from rapport.events.models import Event, Occurrence
from rapport.events.saying import city_of, cost_said, rhythm_said, where_said


@dataclass(frozen=True, slots=True)
class DateRow:
    """`begins` is what the clock on the event's wall shows."""

    event: Event
    date: Occurrence
    begins: datetime
    said: str
    by: str
    answer: str = ""

    @property
    def day_said(self) -> str:
        return formats.date_format(self.begins, "D")

    @property
    def path(self) -> str:
        return self.date.path if self.event.rule else self.event.path

    @property
    def is_cancelled(self) -> bool:
        return bool(self.event.cancelled_at or self.date.cancelled_at)


def row_of(date: Occurrence, answer: str = "") -> DateRow:
    """`date` with its event, group and maker loaded."""
    event = date.event
    begins = wall(date.starts_at, event.zone)
    parts = [_hour(date, event), rhythm_said(event), where_said(event), cost_said(event)]
    by = event.group.name if event.group else event.made_by.name if event.made_by else ""
    return DateRow(event, date, begins, " · ".join(part for part in parts if part), by, _ANSWERS.get(answer, str)())


def _hour(date: Occurrence, event: Event) -> str:
    """18:30; with the city whose clock says so where the reader's says something else."""
    here = wall(date.starts_at, event.zone)
    said = formats.date_format(here, "H:i")
    if here == timezone.localtime(date.starts_at).replace(tzinfo=None):
        return said
    return _("%(hour)s %(city)s time") % {"hour": said, "city": city_of(event.zone)}


def rows_of(dates: Iterable[Occurrence], answers: Mapping[int, str]) -> list[tuple[str, list[DateRow]]]:
    """The rows under the name of their month, in the order given."""
    rows = [row_of(date, answers.get(date.pk, "")) for date in dates]
    months = groupby(rows, key=lambda row: formats.date_format(row.begins, "F Y"))
    return [(month, list(found)) for month, found in months]


_ANSWERS = {
    "yes": lambda: _("you come"),
    "maybe": lambda: _("perhaps"),
    "no": lambda: _("you said no"),
    "waiting": lambda: _("you wait for a place"),
    "offered": lambda: _("a place is offered to you"),
}
