"""How a row is written in the export, and its names there: one plan per model, used on the way out and back in.

Rows are known by their numbers in the book, people too; days are ISO dates, moments ISO instants in UTC.
"""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.db import models

from rapport.people.models import BookRow

# Columns with another name outside: what the contract calls them, or what says more to a reader.
RENAMED = {
    "is_hand": "by_hand",
    "is_confided": "confided",
    "is_confided_first": "confided_first",
    "is_confided_second": "confided_second",
    "is_mass": "mass",
    "is_cancelled": "cancelled",
    "is_deceased": "deceased",
    "is_name": "name_only",
    "struck_at": "struck",
    "folded": "key",
    "distinct.first": "a",
    "distinct.second": "b",
}
UNSAID = frozenset(("id", "book"))
# Written even when they say nothing; of all other columns what says nothing is left out.
ALWAYS = {
    "identity": frozenset(("url", "since", "since_precision")),
    "job": frozenset(("title", "as_of")),
    "met": frozenset(("how", "on", "through")),
    "interest": frozenset(("evidence", "confided")),
    "interaction": frozenset(("channel",)),
    "promise": frozenset(("due_on", "settled_on")),
    "favour": frozenset(("thanked_on",)),
    "wish": frozenset(("person", "met_on")),
}
ORDINALS = frozenset(("day", "until"))
Say = Callable[[Any], Any]


@dataclass(frozen=True)
class Column:
    """One column: `field` in the model, `name` outside, `attribute` on the row, `refers` to a numbered model."""

    field: "models.Field[Any, Any]"
    name: str
    attribute: str
    say: Say
    refers: type[models.Model] | None = None
    is_quiet: bool = False


@cache
def columns(model: type[models.Model]) -> tuple[Column, ...]:
    """All columns of `model` that are written, in the model's order."""
    fields: Any = model._meta.fields
    return tuple(_column(model, field) for field in fields if field.name not in UNSAID)


def said(
    model: type[models.Model], row: Mapping[str, Any], numbers: Mapping[type, Mapping[int, int]]
) -> dict[str, Any]:
    """`row` (by attribute, as of `.values()`) for the export. `numbers`: by model, ids to numbers."""
    found: dict[str, Any] = {}
    for column in columns(model):
        value = row[column.attribute]
        if column.refers is not None:
            value = None if value is None else _reference(column, numbers[column.refers].get(value))
        elif value is not None:
            value = column.say(value)
        if not (column.is_quiet and value in (None, "", False)):
            found[column.name] = value
    return found


def attributes(model: type[models.Model]) -> list[str]:
    return [column.attribute for column in columns(model)]


def _reference(column: Column, number: int | None) -> Any:
    """People by their number as text, as everywhere in the export; other rows by the number itself."""
    is_person = column.refers is not None and column.refers._meta.model_name == "person"
    return str(number) if is_person and number is not None else number


def _column(model: type[models.Model], field: Any) -> Column:
    kind = model._meta.model_name or ""
    name = RENAMED.get(f"{kind}.{field.name}", RENAMED.get(field.name, field.name))
    refers = field.related_model if field.is_relation and issubclass(field.related_model, BookRow) else None
    is_quiet = name not in ALWAYS.get(kind, ())
    return Column(field, name, field.attname, _say(field), refers, is_quiet)


def _say(field: Any) -> Say:
    if isinstance(field, models.DateTimeField):
        return instant
    if isinstance(field, models.DateField):
        return date.isoformat
    if isinstance(field, models.BinaryField):
        return lambda value: base64.b64encode(bytes(value)).decode()
    if isinstance(field, models.JSONField):  # databases keep the names in it in different orders
        return lambda value: json.loads(json.dumps(value, sort_keys=True))
    if isinstance(field, models.IntegerField) and field.name in ORDINALS:
        return lambda value: date.fromordinal(value).isoformat()
    return lambda value: value


def instant(at: datetime) -> str:
    """A moment as the export says it: to the second where it has no more."""
    return at.astimezone(UTC).isoformat()
