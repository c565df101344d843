"""Two records that are one person become one, and can be parted again.

Rows follow the person by the rooms' Holdings. What the kept person has already (the same address, the same touch)
stays where it is, so that parting again needs to move rows back and nothing else. Many merges cost hardly more
queries than one.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.kit.bulk import insert, update
from rapport.kit.crash import point
from rapport.kit.holdings import Holding, by_kind, holdings
from rapport.people.models import Batch, Book, Merge, Move, Person
from rapport.sameness.taking_over import give_back, take_over

PART = 800


class Joining(NamedTuple):
    """`gone` (an id) is to live on in `kept`; `code` says why (likeness/reasons.py)."""

    kept: int
    gone: int
    code: str


@transaction.atomic
def merge(
    kept: Person, gone: Person, *, code: str, now: datetime, batch: Batch | None = None, is_automatic: bool = False
) -> Merge:
    """`gone` lives on in `kept`; every row moved is logged. Raises ValueError for two books or one person."""
    if kept.pk == gone.pk or kept.book_id != gone.book_id:
        raise ValueError("These cannot be one person.")
    joining = Joining(kept.pk, gone.pk, code)
    return merge_all(kept.book, [joining], now=now, batch=batch, is_automatic=is_automatic)[0]


@transaction.atomic
def merge_all(
    book: Book, joinings: Sequence[Joining], *, now: datetime, batch: Batch | None = None, is_automatic: bool = False
) -> list[Merge]:
    """Many at once, all of one book. Nobody may be gone twice, nor be kept in one joining and gone in another."""
    if not joinings:
        return []
    done = _begin(book, joinings, now, batch, is_automatic)
    into = {joining.gone: joining.kept for joining in joinings}
    for holding in holdings():
        if holding.move == "move":
            for path in holding.person_paths:
                _move(holding, path, into, done)
    point("merge: rows moved")
    update(Person, ["merged_into_id"], [(kept, gone) for gone, kept in into.items()])
    settle(book, sorted({*into, *into.values()}))
    take_over(list(done.values()))
    return [done[gone] for gone in into]


@transaction.atomic
def unmerge(done: Merge, *, now: datetime) -> Person:
    """Part them again: every logged row that is still there goes back. Rows added since stay with the kept person.

    Raises ValueError when the kept person was merged on since: that merge must be undone first.
    """
    kept, gone = done.kept, done.gone
    if kept.merged_into_id is not None:
        raise ValueError("They were merged again since. Undo that first.")
    moves: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for kind, path, row in Move.objects.filter(merge=done).values_list("kind", "path", "row"):
        if by_kind()[kind].move == "move":
            moves[kind, path].append(row)
    give_back(done)
    for (kind, path), rows in moves.items():
        for part in _parts(rows):
            by_kind()[kind].of_person(path, kept).filter(pk__in=part).update(**{path: gone})
    point("unmerge: rows moved back")
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    done.delete()
    settle(kept.book, [kept.pk, gone.pk])
    take_over(list(Merge.objects.filter(kept=kept).order_by("pk")))
    return gone


def _begin(
    book: Book, joinings: Sequence[Joining], now: datetime, batch: Batch | None, is_automatic: bool
) -> dict[int, Merge]:
    """The log's rows, by who is gone."""
    numbers = book.next_numbers("merge", len(joinings))
    rows = [
        Merge(
            book=book,
            number=number,
            kept_id=joining.kept,
            gone_id=joining.gone,
            code=joining.code,
            is_automatic=is_automatic,
            batch=batch,
            merged_at=now,
        )
        for number, joining in zip(numbers, joinings, strict=True)
    ]
    return {row.gone_id: row for row in Merge.objects.bulk_create(rows, batch_size=PART)}


def _move(holding: Holding, path: str, into: dict[int, int], done: dict[int, Merge]) -> None:
    """Rows of those gone that the kept one does not have in its own right already, in the order they were made."""
    equal = [name for name in holding.equal_by if name != path]
    is_single = _is_single(holding, path)
    taken = _rows(holding, path, sorted(set(into.values())), equal) if equal or is_single else []
    held: set[tuple[Any, ...]] = {(who, *values) for _, who, *values in taken}
    moves: list[tuple[int, int, int]] = []
    for row, gone, *values in _rows(holding, path, sorted(into), equal):
        same = (into[gone], *values)
        if equal or is_single:
            if same in held:
                continue
            held.add(same)
        moves.append((into[gone], row, done[gone].pk))
    insert(Move, ("merge_id", "kind", "path", "row"), [(log, holding.kind, path, row) for _, row, log in moves])
    update(holding.model, [f"{path}_id"], [(kept, row) for kept, row, _ in moves])


def _rows(holding: Holding, path: str, people: Sequence[int], equal: Sequence[str]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for part in _parts(people):
        found += holding.of_person(path, part).order_by("pk").values_list("pk", f"{path}_id", *equal)
    return found


def _is_single(holding: Holding, path: str) -> bool:
    """One row a person (a rest): the kept person's own stands."""
    field: Any = holding.model._meta.get_field(path)
    return bool(field.one_to_one)


def _parts(rows: Sequence[int]) -> list[Sequence[int]]:
    return [rows[start : start + PART] for start in range(0, len(rows), PART)]
