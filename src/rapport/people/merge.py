"""Two records that are one person become one, and can be parted again.

Rows follow the person by the rooms' Holdings. What the kept person has already (the same address, the same touch)
stays where it is, so that parting again needs to move rows back and nothing else.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from rapport.kit.aftermath import settle
from rapport.kit.crash import point
from rapport.kit.holdings import Holding, by_kind, holdings
from rapport.people.models import Batch, Merge, Move, Person, Review


@transaction.atomic
def merge(
    kept: Person, gone: Person, *, code: str, now: datetime, batch: Batch | None = None, is_automatic: bool = False
) -> Merge:
    """`gone` lives on in `kept`; every row moved is logged. Raises ValueError for two books or one person."""
    if kept.pk == gone.pk or kept.book_id != gone.book_id:
        raise ValueError("These cannot be one person.")
    done = Merge.objects.create(
        book=kept.book, kept=kept, gone=gone, code=code, is_automatic=is_automatic, batch=batch, merged_at=now
    )
    for holding in holdings():
        if holding.move == "move":
            for path in holding.person_paths:
                _move(holding, path, kept, gone, done)
    point("merge: rows moved")
    Review.objects.filter(Q(first=gone) | Q(second=gone)).delete()
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    settle(kept.book, [kept.pk, gone.pk])
    return done


@transaction.atomic
def unmerge(done: Merge, *, now: datetime) -> Person:
    """Part them again: every logged row that is still there goes back. Rows added since stay with the kept person.

    Raises ValueError when the kept person was merged on since: that merge must be undone first.
    """
    kept, gone = done.kept, done.gone
    if kept.merged_into_id is not None:
        raise ValueError("They were merged again since. Undo that first.")
    moves: dict[tuple[str, str], list[int]] = {}
    for kind, path, row in Move.objects.filter(merge=done).values_list("kind", "path", "row"):
        moves.setdefault((kind, path), []).append(row)
    for (kind, path), rows in moves.items():
        _move_back(by_kind()[kind], path, rows, kept, gone)
    point("unmerge: rows moved back")
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    done.delete()
    settle(kept.book, [kept.pk, gone.pk])
    return gone


def _move(holding: Holding, path: str, kept: Person, gone: Person, done: Merge) -> None:
    rows = holding.of_person(path, gone)
    if holding.equal_by or _is_single(holding, path):
        twin = holding.of_person(path, kept).filter(
            **{name: OuterRef(name) for name in holding.equal_by if name != path}
        )
        rows = rows.filter(~Exists(twin))
    moved = list(rows.values_list("pk", flat=True))
    Move.objects.bulk_create(
        [Move(merge=done, kind=holding.kind, path=path, row=row) for row in moved], batch_size=2000
    )
    for part in _parts(moved):
        holding.model._default_manager.filter(pk__in=part).update(**{path: kept})


def _move_back(holding: Holding, path: str, rows: Sequence[int], kept: Person, gone: Person) -> None:
    for part in _parts(rows):
        holding.of_person(path, kept).filter(pk__in=part).update(**{path: gone})


def _is_single(holding: Holding, path: str) -> bool:
    """One row a person (a rest): the kept person's own stands."""
    field: Any = holding.model._meta.get_field(path)
    return bool(field.one_to_one)


def _parts(rows: Sequence[int]) -> list[Sequence[int]]:
    return [rows[start : start + 800] for start in range(0, len(rows), 800)]
