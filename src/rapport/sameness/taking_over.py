"""What the owner wished for somebody by hand lives on when two become one, and goes back when they are parted.

The row of the one who is gone stays as it was; the kept one's takes over what it lacks. The log says which column was
taken over, never its value: that is read from the row that stayed.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from rapport.kit.holdings import Holding, by_kind, holdings
from rapport.people.models import Merge, Move

PART = 800


def take_over(merges: Sequence[Merge]) -> None:
    """The kept person's wishes stand; where there is none, the first of those merged into them that has one gives."""
    for holding in holdings():
        if holding.takes:
            wished = _rows(holding, [merge.gone_id for merge in merges], _is_wished(holding))
            due = [merge for merge in merges if merge.gone_id in wished]
            rows = _rows(holding, [merge.kept_id for merge in due], Q())
            for merge in due:
                if merge.kept_id in rows:
                    _take(holding, merge, rows[merge.kept_id], wished[merge.gone_id])


def give_back(merge: Merge) -> None:
    """Empty again what the kept person has of the one who goes, unless the owner has changed it since. Belongs before
    the log is deleted."""
    for move in Move.objects.filter(merge=merge, kind__in=[held.kind for held in holdings() if held.takes]):
        manager = by_kind()[move.kind].model._default_manager
        kept, gone = manager.filter(pk=move.row).first(), manager.filter(person=merge.gone).first()
        if kept is not None and gone is not None and getattr(kept, move.path) == getattr(gone, move.path):
            manager.filter(pk=kept.pk).update(**{move.path: _empty(kept, move.path)})


def _rows(holding: Holding, people: Sequence[int], which: Q) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for start in range(0, len(people), PART):
        rows = holding.of_person("person", people[start : start + PART]).filter(which)
        found.update((row.person_id, row) for row in rows)
    return found


def _is_wished(holding: Holding) -> Q:
    return reduce(or_, (~Q(**{name: _empty(holding.model, name)}) for name in holding.takes))


def _take(holding: Holding, merge: Merge, kept: Any, gone: Any) -> None:
    taken = [name for name in holding.takes if not getattr(kept, name) and getattr(gone, name)]
    for name in taken:
        setattr(kept, name, getattr(gone, name))
    if taken:
        kept.save(update_fields=taken)
        Move.objects.bulk_create([Move(merge=merge, kind=holding.kind, path=name, row=kept.pk) for name in taken])


def _empty(model: Any, name: str) -> Any:
    field = model._meta.get_field(name)
    return None if field.null else field.get_default()
