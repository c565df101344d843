"""Taking a batch back: what only it told goes, what others told too or the owner touched stays, and is reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, QuerySet

from rapport.kit.aftermath import settle
from rapport.kit.crash import point
from rapport.kit.holdings import Holding, holdings
from rapport.people.models import Batch, Merge, Person, Record, Sighting
from rapport.people.unlisting import sweep
from rapport.sameness.merge import unmerge
from rapport.sameness.questions import take_back
from rapport.sameness.resolve import judge_again
from rapport.ties.models import Touch

# Rows that only follow from others: they keep nobody in the book.
DERIVED = frozenset(
    ("ties.tie", "ties.contactday", "people.review", "people.person", "rounds.shown", "rights.objected")
)


@dataclass
class Undone:
    """What undoing did, by kind of row: `gone` deleted, `kept` because the owner touched them, `passed` to a batch
    that told them too."""

    gone: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    passed: dict[str, int] = field(default_factory=dict)

    def add(self, other: "Undone") -> None:
        for mine, theirs in ((self.gone, other.gone), (self.kept, other.kept), (self.passed, other.passed)):
            for kind, amount in theirs.items():
                mine[kind] = mine.get(kind, 0) + amount


@transaction.atomic
def undo(batch: Batch, *, now: datetime) -> Undone:
    """Restore the book as it was before `batch`, hand edits since then kept and reported. A second call does nothing.

    Raises ValueError while the batch is still being brought in.
    """
    if batch.state == "open":
        raise ValueError("This import is still under way.")
    done = Undone()
    if batch.state == "undone":
        return done
    for restored in Batch.objects.filter(book=batch.book, number__in=batch.counts.get("restored", ())):
        done.add(undo(restored, now=now))  # a book that was set up again goes with all it was made of
    for merge in Merge.objects.filter(batch=batch).order_by("-pk"):
        unmerge(merge, now=now)
    changed_since = take_back(batch)
    point("undo: merges taken back")
    touched = _touched(batch)
    Sighting.objects.filter(batch=batch).delete()
    for holding in _undoable():
        _take_back(holding, batch, done)
    point("undo: facts taken back")
    _take_back_people(batch, done)
    stay = Person.objects.filter(pk__in=touched).values_list("pk", flat=True)
    settle(batch.book, list(stay))
    sweep(batch.book)
    judge_again(batch.book, changed_since)
    point("undo: settled")
    batch.state, batch.ended_at = "undone", now
    batch.save(update_fields=["state", "ended_at"])
    return done


def _undoable() -> list[Holding]:
    """Highest room first, so that what points goes before what is pointed at."""
    return [holding for holding in reversed(holdings()) if holding.undo and holding.model is not Person]


def _rows(holding: Holding, batch: Batch) -> "QuerySet[Any]":
    rows: QuerySet[Any] = holding.model._default_manager.filter(batch=batch)
    return rows


def _touched(batch: Batch) -> set[int]:
    """Persons whose facts or ties this batch told."""
    found = set(Touch.objects.filter(interaction__batch=batch).values_list("person_id", flat=True))
    for holding in _undoable():
        if "person" in holding.person_paths:
            found.update(_rows(holding, batch).values_list("person_id", flat=True))
    return found


def _take_back(holding: Holding, batch: Batch, done: Undone) -> None:
    """One model's rows: passed on to another batch that saw them, left to the owner who touched them, or deleted."""
    rows = list(_rows(holding, batch).values_list("pk", flat=True))
    heirs: dict[int, int] = {}
    for part in _parts(rows):
        seen = Sighting.objects.filter(kind=holding.kind, row__in=part)
        heirs.update(seen.values_list("row").annotate(Min("batch_id")))
    for heir in set(heirs.values()):
        mine = [row for row, other in heirs.items() if other == heir]
        for part in _parts(mine):
            holding.model._default_manager.filter(pk__in=part).update(batch=heir)
            Sighting.objects.filter(kind=holding.kind, row__in=part, batch=heir).delete()
    left = _rows(holding, batch)
    if holding.undo == "unless_used":
        for used in _uses(holding):
            left = left.exclude(used)
    kept = left.filter(is_hand=True).update(batch=None) if _has(holding, "is_hand") else 0
    gone = left.count()
    left.delete()
    _rows(holding, batch).update(batch=None)
    for counted, amount in ((done.passed, len(heirs)), (done.kept, kept), (done.gone, gone)):
        if amount:
            counted[holding.kind] = amount


def _uses(holding: Holding) -> list[Exists]:
    """Conditions under which some other row points to the outer one."""
    return [
        Exists(relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")}))
        for relation in holding.model._meta.related_objects
    ]


def _take_back_people(batch: Batch, done: Undone) -> None:
    """Persons this batch brought go unless something else is still known of them, or the owner touched them."""
    brought = set(Person.objects.filter(batch=batch).values_list("pk", flat=True))
    known = set(Person.objects.filter(batch=batch, is_hand=True).values_list("pk", flat=True))
    for holding in holdings():
        if holding.kind not in DERIVED and holding.person_paths:
            for path in holding.person_paths:
                for part in _parts(sorted(brought)):
                    known.update(holding.of_person(path, part).values_list(f"{path}_id", flat=True))
    known |= set(Person.objects.filter(merged_into__in=brought).values_list("merged_into_id", flat=True))
    alone = sorted(brought - known)
    for part in _parts(alone):
        Person.objects.filter(pk__in=part).delete()
    passed, kept = _pass_on(batch)
    for counted, amount in ((done.gone, len(alone)), (done.passed, passed), (done.kept, kept)):
        if amount:
            counted["people.person"] = amount


def _pass_on(batch: Batch) -> tuple[int, int]:
    """Those who stay belong from now on to the first batch that still tells of them, else to the owner; how many."""
    left = list(Person.objects.filter(batch=batch, is_hand=False).values_list("pk", flat=True))
    heirs: dict[int, int] = {}
    for part in _parts(left):
        told = Record.objects.filter(person__in=part, batch__isnull=False)
        heirs.update(told.values_list("person_id").annotate(Min("batch_id")))
    for heir in set(heirs.values()):
        for part in _parts([who for who, other in heirs.items() if other == heir]):
            Person.objects.filter(pk__in=part).update(batch=heir)
    return len(heirs), Person.objects.filter(batch=batch).update(batch=None, is_hand=True)


def _has(holding: Holding, name: str) -> bool:
    return any(known.name == name for known in holding.model._meta.fields)


def _parts(rows: Sequence[int] | Iterable[int]) -> Iterable[Sequence[int]]:
    listed = list(rows)
    return (listed[start : start + 800] for start in range(0, len(listed), 800))
