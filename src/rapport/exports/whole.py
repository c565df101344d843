"""The whole book as `rapport-book/1`: the form that can be brought in again."""

import json
from collections.abc import Iterator
from datetime import MAXYEAR, UTC, date, datetime
from functools import cache
from typing import Any

from django.db.models import Model

from rapport.exports.columns import attributes, columns, instant, said
from rapport.exports.ground import Ground
from rapport.exports.people import OWN_FORM, people, personal
from rapport.exports.sightings import seen_again
from rapport.kit.holdings import Holding, holdings
from rapport.likeness.reasons import reason_of
from rapport.members.models import Member
from rapport.people.models import Batch, Book, Review, Sighting, Suppression
from rapport.rights.suppress import carried_key
from rapport.sameness.reviewing import waiting
from rapport.ties.models import Interaction

FORMAT = "rapport-book/1"
# The contract counts these, or lists their numbers; the rows stand under another word.
NAMED: dict[type[Model], str] = {Batch: "imports", Suppression: "suppressions"}
_END_OF_TIME = datetime(MAXYEAR, 1, 1, tzinfo=UTC)


def book_json(book: Book, on: date) -> Iterator[bytes]:
    """The book in pieces; the same book on the same day gives the same bytes. Memory grows with the number of people,
    never with that of interactions."""
    for piece in _pieces(Ground(book, on)):
        yield piece.encode("utf-8", "replace")


def topical() -> dict[str, list[Holding]]:
    """Models whose rows are not those of one person, by the word they stand under."""
    found: dict[str, list[Holding]] = {}
    for holding in _topical():
        found.setdefault(NAMED.get(holding.model, holding.export), []).append(holding)
    return found


@cache
def _topical() -> tuple[Holding, ...]:
    own = (*OWN_FORM, Book, Member, Interaction, Review, Sighting, *(holding.model for holding in personal()))
    return tuple(one for one in holdings() if not one.export.startswith(("not:", "hub.")) and one.model not in own)


def _pieces(ground: Ground) -> Iterator[str]:
    head: dict[str, Any] = {"format": FORMAT, "member": ground.book.owner.handle, "on": ground.on.isoformat()}
    head |= {"book": {"keeps_text": ground.book.keeps_text}}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ',\n"people": [\n'
    yield from people(ground)
    yield "\n]"
    for key, models in topical().items():
        rows = [row for holding in models for row in _rows(ground, holding)]
        yield f",\n{json.dumps(key)}: {_listed(rows)}"
    yield f',\n"reviews": {_listed(_reviews(ground))}'
    yield f',\n"sightings": {_listed(list(seen_again(ground)))}'
    suppressed = Suppression.objects.filter(book=ground.book).count()
    tail = {"batches": sorted(ground.batches.values()), "suppressed": suppressed}
    if suppressed:
        tail |= {"suppression_key": carried_key(ground.book)}
    yield f",\n{json.dumps(tail, ensure_ascii=False)[1:]}\n"


def _listed(rows: list[dict[str, Any]]) -> str:
    """One row a line."""
    return "[" + ",".join("\n" + json.dumps(row, ensure_ascii=False) for row in rows) + "]"


def _rows(ground: Ground, holding: Holding) -> Iterator[dict[str, Any]]:
    """A model's rows by number, else in the order of what they say. What is left with somebody who was merged away
    is what the other has as well."""
    model: Any = holding.model
    rows = model._default_manager.filter(**{holding.owner_path: ground.book})
    if model is Batch:
        rows = rows.filter(pk__in=ground.batches)
    paths = [f"{path}_id" for path in holding.person_paths]
    numbers = ground.numbers(model)
    told = [
        said(model, row, numbers)
        for row in rows.order_by("pk").values(*attributes(model))
        if all(row[path] is None or row[path] in ground.living for path in paths)
    ]
    is_numbered = any(column.name == "number" for column in columns(model))
    yield from sorted(told, key=(lambda row: row["number"]) if is_numbered else _words)


def _words(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


def _reviews(ground: Ground) -> list[dict[str, Any]]:
    """Pairs that wait for the owner's word, those put off too."""
    later = dict(Review.objects.filter(book=ground.book).values_list("number", "not_before"))
    rows = []
    for asked in waiting(ground.book, _END_OF_TIME):
        first, second = sorted((ground.people[asked.first], ground.people[asked.second]))
        row = {"a": str(first), "b": str(second), "reason": reason_of(asked.code), "number": asked.number}
        row |= {"stage": asked.stage, "code": asked.code, "weight": round(asked.weight, 6)}
        off = later.get(asked.number)
        rows.append(row | ({"not_before": instant(off)} if off is not None else {}))
    return sorted(rows, key=lambda row: row["number"])
