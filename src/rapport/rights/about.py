"""Everything a book holds about one person, with where each fact came from: for the owner to see, and to hand over."""

from datetime import date, datetime
from typing import Any

from django.db.models import Field, ForeignKey

from rapport.kit.holdings import Holding, holdings
from rapport.people.models import Batch, Book, Person

# Columns that say how a row is kept, not what it says.
INNER = frozenset(
    (
        "id",
        "book",
        "number",
        "person",
        "key",
        "batch",
        "is_hand",
        "struck_at",
        "source",
        "folded",
        "interaction",
        "picture",
    )
)


def about(person: Person) -> list[dict[str, Any]]:
    """Parts in the rooms' order: {"kind", "rows": [{"says": {column: value}, "source", "batch", "by_hand"}]}.

    Rows of people merged into this one are included; numbers of rows are not.
    """
    ids = [person.pk, *Person.objects.filter(merged_into=person).values_list("pk", flat=True)]
    parts = [{"kind": "person", "rows": [_person(person)]}]
    for holding in holdings():
        if holding.export.startswith(("not:", "hub.")) or holding.model in (Person, Book):
            continue
        rows = [row for path in holding.person_paths for row in _rows(holding, path, ids)]
        if rows:
            parts.append({"kind": str(holding.model._meta.verbose_name), "rows": rows})
    return parts


def _rows(holding: Holding, path: str, ids: list[int]) -> list[dict[str, Any]]:
    pointing = [field.name for field in holding.model._meta.fields if isinstance(field, ForeignKey)]
    rows = holding.of_person(path, ids).select_related(*pointing).order_by("pk")
    return [_row(row, path) for row in rows]


def _row(row: Any, path: str) -> dict[str, Any]:
    batch: Batch | None = getattr(row, "batch", None)
    says = {field.name: _said(row, field) for field in row._meta.fields if field.name not in (*INNER, path)}
    subject = getattr(row, "interaction", None)
    if subject is not None:
        says |= {field.name: _said(subject, field) for field in subject._meta.fields if field.name not in INNER}
    return {
        "says": {name: value for name, value in says.items() if value not in ("", None, False)},
        "source": getattr(subject or row, "source", "hand"),
        "batch": batch.label if batch is not None else "",
        "by_hand": bool(getattr(row, "is_hand", True)),
    }


def _said(row: Any, field: "Field[Any, Any]") -> Any:
    value = getattr(row, field.name)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(field, ForeignKey):
        return getattr(value, "name", getattr(value, "title", "")) if value is not None else ""
    if isinstance(value, memoryview | bytes):
        return f"{len(value)} bytes"
    return value


def _person(person: Person) -> dict[str, Any]:
    says = {"name": person.name, "headline": person.headline, "place": person.place, "died_on": person.died_on}
    says |= {"added_at": person.added_at.isoformat()}
    label = person.batch.label if person.batch is not None else ""
    return {
        "says": {name: value for name, value in says.items() if value},
        "source": "hand" if person.is_hand else "archive",
        "batch": label,
        "by_hand": person.is_hand,
    }
