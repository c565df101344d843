"""What the owner said of ties: set again once the rest of them was counted from the interactions."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from rapport.archives.restoring.loading import Loader
from rapport.kit.bulk import chunks, update
from rapport.people.models import Person
from rapport.ties.layers import SIZES
from rapport.ties.models import Tie

LONGEST = 3650
COLUMNS = ("cadence", "layer_pin", "matters", "is_hand")


def restore_ties(loader: Loader, rows: Iterable[dict[str, Any]]) -> None:
    """Cadences, pins, and who matters."""
    people = loader.ids(Person)
    for part in chunks(rows, 800):
        said = {people[int(row["person"])]: _said(row) for row in part if int(row["person"]) in people}
        ties = dict(Tie.objects.filter(person__in=list(said)).values_list("person_id", "pk"))
        with transaction.atomic():
            update(Tie, COLUMNS, [(*said[who], pk) for who, pk in ties.items() if any(said[who])])


def _said(row: dict[str, Any]) -> tuple[int | None, int | None, bool, bool]:
    cadence, pin = row.get("cadence"), row.get("pin")
    days = cadence if isinstance(cadence, int) and not isinstance(cadence, bool) and 1 <= cadence <= LONGEST else None
    return days, pin if pin in SIZES else None, row.get("matters") is True, row.get("by_hand") is True
