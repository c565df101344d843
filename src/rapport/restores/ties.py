"""What the owner said of ties: set again once the rest of them was counted from the interactions."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from rapport.kit.bulk import chunks, update
from rapport.people.models import Person
from rapport.restores.loading import Loader
from rapport.ties.cadence import LONGEST
from rapport.ties.layers import SIZES
from rapport.ties.models import Tie

COLUMNS = ("cadence", "cadence_most", "layer_pin", "matters", "is_hand")


def restore_ties(loader: Loader, rows: Iterable[dict[str, Any]]) -> None:
    """Cadences, pins, and who matters."""
    people = loader.ids(Person)
    for part in chunks(rows, 800):
        said = {people[int(row["person"])]: _said(row) for row in part if int(row["person"]) in people}
        ties = dict(Tie.objects.filter(person__in=list(said)).values_list("person_id", "pk"))
        with transaction.atomic():
            update(Tie, COLUMNS, [(*said[who], pk) for who, pk in ties.items() if any(said[who])])


def _said(row: dict[str, Any]) -> tuple[int | None, int | None, int | None, bool, bool]:
    days, most, pin = _days(row.get("cadence")), _days(row.get("cadence_most")), row.get("pin")
    is_fit = days is not None and most is not None and days <= most
    return (
        days,
        most if is_fit else None,
        pin if pin in SIZES else None,
        row.get("matters") is True,
        row.get("by_hand") is True,
    )


def _days(said: Any) -> int | None:
    return said if isinstance(said, int) and not isinstance(said, bool) and 1 <= said <= LONGEST else None
