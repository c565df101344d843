"""All that stands about a person, of every kind, asked for once: the panels of their page share it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import BinaryField, BooleanField, Field
from django.utils.dateparse import parse_datetime

from rapport.people.claims import standing
from rapport.people.holdings import CLAIMS
from rapport.people.models import Batch, Circle, Claim, Occasion, Organization, Person

C = TypeVar("C", bound=Claim)
Held = dict[type[Claim], list[Any]]

# What pages say of a row that a fact leads to.
_SAID: dict[type[Any], tuple[str, ...]] = {
    Organization: ("number", "name"),
    Person: ("number", "name"),
    Occasion: ("number", "title", "begins_on"),
    Circle: ("number", "name"),
}
_COMMON = ("id", "number", "key", "source", "batch_id", "is_hand")
_CLAIM = ("id", "book_id", "number", "person_id", "key", "source", "batch_id", "is_hand", "struck_at")


def held(person: Person, model: type[C]) -> list[C]:
    """The facts of one kind that stand, in the order in which they stand, with the day of their batches and what they
    lead to. The first call loads all kinds; they stay with this `person` object, so ask those of one request only."""
    return [*everything(person).get(model, ())]


def everything(person: Person) -> Held:
    """Each kind that stands about `person`; without the pictures."""
    kept = vars(person)
    if "held" not in kept:
        kept["held"] = _loaded(person)
    found: Held = kept["held"]
    return found


@dataclass(frozen=True, slots=True)
class _Kind:
    """One arm of the query: its own columns, and those of the row it leads to."""

    model: type[Claim]
    own: tuple[Any, ...]
    link: Any = None
    said: tuple[Any, ...] = ()


def _loaded(person: Person) -> Held:
    kinds = _kinds()
    rows: defaultdict[type[Claim], list[Any]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_query(), [person.pk] * len(kinds))
        for at, *row in cursor.fetchall():
            rows[kinds[at].model].append(_claim(kinds[at], person, row))
    return {model: standing(claims) for model, claims in rows.items()}


def _claim(kind: _Kind, person: Person, row: Sequence[Any]) -> Any:
    pk, number, key, source, batch, is_hand, began_at, *values = row
    own = [field.to_python(value) for field, value in zip(kind.own, values, strict=False)]
    common = [pk, person.book_id, number, person.pk, key, source, batch, bool(is_hand), None]
    claim = _made(kind.model, [*_CLAIM, *(field.attname for field in kind.own)], [*common, *own])
    claim.person = person
    if batch is not None:
        at = parse_datetime(began_at)
        began = at if at is None or at.tzinfo else at.replace(tzinfo=UTC)  # stored as UTC where zones are not kept
        claim.batch = _made(Batch, ["id", "began_at"], [batch, began])
    if kind.link is not None and getattr(claim, kind.link.attname) is not None:
        setattr(claim, kind.link.name, _led_to(kind, getattr(claim, kind.link.attname), values[len(kind.own) :]))
    return claim


def _led_to(kind: _Kind, pk: int, values: Sequence[Any]) -> Any:
    said = [field.to_python(value) for field, value in zip(kind.said, values, strict=False)]
    return _made(kind.link.related_model, ["id", *(field.attname for field in kind.said)], [pk, *said])


def _made(model: Any, names: list[str], values: list[Any]) -> Any:
    """As a query would: `names` in the order of the columns; others are fetched when they are asked for."""
    return model.from_db(connection.alias, names, values)


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(_kind(holding.model) for holding in CLAIMS)


def _kind(model: Any) -> _Kind:
    shared = {field.name for field in Claim._meta.get_fields()}
    own = tuple(
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and field.name not in shared and not isinstance(field, BinaryField)
    )
    link = next((field for field in own if field.is_relation), None)
    said = tuple(link.related_model._meta.get_field(name) for name in _SAID[link.related_model]) if link else ()
    return _Kind(model, own, link, said)


@cache
def _query() -> str:
    """One arm per kind, all of one shape: the columns of their own as text, filled up with nulls."""
    kinds = _kinds()
    width = max(len(kind.own) + len(kind.said) for kind in kinds)
    return " union all ".join(_arm(at, kind, width) for at, kind in enumerate(kinds))


def _arm(at: int, kind: _Kind, width: int) -> str:
    quote = connection.ops.quote_name
    common = ", ".join(f"c.{quote(name)}" for name in _COMMON)
    texts = [*(_text("c", field) for field in kind.own), *(_text("l", field) for field in kind.said)]
    texts += ["cast(null as text)"] * (width - len(texts))
    link = kind.link
    joined = f"left join {quote(link.related_model._meta.db_table)} l on l.id = c.{quote(link.column)}" if link else ""
    # Names come from the models, never from outside; values are bound.
    return (
        f"select {at}, {common}, cast(b.began_at as text), {', '.join(texts)} "  # noqa: S608
        f"from {quote(kind.model._meta.db_table)} c left join people_batch b on b.id = c.batch_id {joined} "
        "where c.person_id = %s and c.struck_at is null"
    )


def _text(table: str, field: "Field[Any, Any]") -> str:
    column = f"{table}.{connection.ops.quote_name(str(field.column))}"
    return f"cast({f'case when {column} then 1 else 0 end' if isinstance(field, BooleanField) else column} as text)"
