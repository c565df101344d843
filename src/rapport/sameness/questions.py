"""Questions whether two are one person: asked once, judged anew when facts of either change, taken back with a batch.

What a batch changed of a question is kept beside it, so that taking the batch out leaves it as it was.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from rapport.likeness import Pair
from rapport.people.models import Batch, Book, Rejudged, Review
from rapport.sameness.reviewing import STAGES, living

Ends = tuple[int, int]
Said = tuple[str, str, float]  # stage, code, weight
NEW = ""  # the stage of a question before it was asked


def asked_already(book: Book, changed: Collection[int] | None) -> set[Ends]:
    """Pairs of the living that were asked about, of which a fact changed (`changed` as of `resolve`)."""
    into = living(book)
    asked = {_ends(into, row) for row in Review.objects.filter(book=book).values_list("first_id", "second_id")}
    return _touched(asked, into, changed)


def ask(
    book: Book,
    likely: Iterable[Pair],
    *,
    changed: Collection[int] | None,
    told_apart: Collection[Ends],
    batch: Batch | None,
) -> None:
    """Bring the questions in line with what was found, once merges are made: new pairs are asked, those whose facts
    changed judged anew. A pair that came to be one person, or was told apart, is not asked."""
    into = living(book)
    best = {ends: pair for ends, pair in _best(into, likely).items() if ends not in told_apart}
    rows = [(row, _ends(into, (row.first_id, row.second_id))) for row in Review.objects.filter(book=book)]
    known = {ends for _, ends in rows}
    touched = _touched(known, into, changed)
    _judge_anew([(row, best.get(ends)) for row, ends in rows if ends in touched], batch)
    _ask_first(book, {ends: pair for ends, pair in best.items() if ends not in known}, batch)


def judge_anew(book: Book, likely: Iterable[Pair], asked: Collection[Ends]) -> None:
    """These questions only, of which `likely` holds what speaks for them now."""
    into = living(book)
    best = _best(into, likely)
    rows = [(row, _ends(into, (row.first_id, row.second_id))) for row in Review.objects.filter(book=book)]
    _judge_anew([(row, best.get(ends)) for row, ends in rows if ends in asked], None)


def take_back(batch: Batch) -> set[Ends]:
    """Questions stand as before this batch. Those that a later one changed count from there: they are returned, to be
    judged anew once the facts are gone."""
    left: set[Ends] = set()
    into = living(batch.book)
    for before in Rejudged.objects.filter(batch=batch).select_related("review").order_by("-pk"):
        later = Rejudged.objects.filter(review=before.review, pk__gt=before.pk).order_by("pk").first()
        if later is not None:
            later.stage, later.code, later.weight = before.stage, before.code, before.weight
            later.save(update_fields=["stage", "code", "weight"])
            left.add(_ends(into, (before.review.first_id, before.review.second_id)))
        elif before.stage == NEW:
            before.review.delete()
            continue
        else:
            _say(before.review, (before.stage, before.code, before.weight))
            before.review.save(update_fields=["stage", "code", "weight"])
        before.delete()
    return left


def _best(into: Mapping[int, int], likely: Iterable[Pair]) -> dict[Ends, Pair]:
    best: dict[Ends, Pair] = {}
    for pair in sorted(likely, key=lambda pair: (STAGES[pair.stage], -pair.weight)):
        ends = _ends(into, (pair.a, pair.b))
        if ends[0] != ends[1]:
            best.setdefault(ends, pair)
    return best


def _judge_anew(rows: list[tuple[Review, Pair | None]], batch: Batch | None) -> None:
    changed = [(row, now) for row, found in rows if (now := _judged(row, found)) != _said(row)]
    if batch is not None:
        Rejudged.objects.bulk_create([_before(row, batch, _said(row)) for row, _ in changed], batch_size=500)
    for row, now in changed:
        _say(row, now)
    Review.objects.bulk_update([row for row, _ in changed], ["stage", "code", "weight"], batch_size=500)


def _judged(row: Review, found: Pair | None) -> Said:
    """What the facts say now. What the owner's own typing asked weighs more than any judgement, and is only raised."""
    if row.weight > 1 and (found is None or STAGES[found.stage] >= STAGES.get(row.stage, len(STAGES))):
        return _said(row)
    return (Review.MOOT, row.code, row.weight) if found is None else (found.stage, found.code, round(found.weight, 4))


def _ask_first(book: Book, fresh: Mapping[Ends, Pair], batch: Batch | None) -> None:
    numbers = book.next_numbers("review", len(fresh)) if fresh else range(0)
    rows = [
        Review(
            book=book,
            number=number,
            first_id=first,
            second_id=second,
            stage=pair.stage,
            code=pair.code,
            weight=round(pair.weight, 4),
        )
        for number, ((first, second), pair) in zip(numbers, fresh.items(), strict=True)
    ]
    made = Review.objects.bulk_create(rows, batch_size=500)
    if batch is not None:
        Rejudged.objects.bulk_create([_before(row, batch, (NEW, "", 0.0)) for row in made], batch_size=500)


def _before(row: Review, batch: Batch, said: Said) -> Rejudged:
    stage, code, weight = said
    return Rejudged(review=row, batch=batch, stage=stage, code=code, weight=weight)


def _said(row: Review) -> Said:
    return row.stage, row.code, row.weight


def _say(row: Review, said: Said) -> None:
    row.stage, row.code, row.weight = said


def _ends(into: Mapping[int, int], pair: Any) -> Ends:
    first, second = sorted(into.get(who, who) for who in pair)
    return first, second


def _touched(asked: set[Ends], into: Mapping[int, int], changed: Collection[int] | None) -> set[Ends]:
    """Those that are still two, of which one changed."""
    whom = None if changed is None else {into.get(who, who) for who in changed}
    return {pair for pair in asked if pair[0] != pair[1] and (whom is None or not whom.isdisjoint(pair))}
