"""What is kept about one person in rows of their own: each room offers its kinds in `<room>/kept.py`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import BinaryField, BooleanField

from rapport.kit.rooms import gather
from rapport.people.models import Batch


@dataclass(frozen=True, slots=True)
class Kept:
    """`model` has few rows of each `person`. `leads_to` is one of its foreign keys, and `said` what pages say of the
    row there (names of its columns, in their order). `of` is the foreign key that says whose it is."""

    model: Any
    leads_to: str = ""
    said: tuple[str, ...] = ()
    of: str = "person"


@dataclass(frozen=True, slots=True)
class Arm:
    """What is asked of one kind: its `own` columns (but pictures, which pages ask for by themselves); of the row it
    leads to, its key and what is said of it; of the batch, its key and day."""

    kind: Kept
    own: tuple[Any, ...]
    link: tuple[Any, ...]
    batch: tuple[Any, ...]


@cache
def arms() -> tuple[Arm, ...]:
    return tuple(_arm_of(kind) for kind in gather("kept", Kept))


@cache
def query() -> str:
    """One arm per kind, each asking for one person's rows that stand. All have one shape: the number of the kind, then
    columns as text where columns must be of one type, filled up with nulls."""
    kinds = arms()
    width = max(len(_texts(arm)) for arm in kinds)
    return " union all ".join(_arm(at, arm, width) for at, arm in enumerate(kinds))


def _arm_of(kind: Kept) -> Arm:
    own = tuple(column for column in kind.model._meta.concrete_fields if not isinstance(column, BinaryField))
    has_batch = any(column.related_model is Batch for column in own)
    return Arm(kind, own, _named(_linked(kind), kind.said), _named(Batch if has_batch else None, ("began_at",)))


def _linked(kind: Kept) -> Any:
    return kind.model._meta.get_field(kind.leads_to).related_model if kind.leads_to else None


def _named(model: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(model._meta.get_field(name) for name in ("id", *names)) if model else ()


def _arm(at: int, arm: Arm, width: int) -> str:
    quote = connection.ops.quote_name
    texts = [*_texts(arm), *["cast(null as text)"] * (width - len(_texts(arm)))]
    joined = ""
    if arm.link:
        joined += (
            f" left join {quote(arm.link[0].model._meta.db_table)} l on l.id = c.{quote(f'{arm.kind.leads_to}_id')}"
        )
    if arm.batch:
        joined += f" left join {quote(Batch._meta.db_table)} b on b.id = c.batch_id"
    stands = " and c.struck_at is null" if any(column.name == "struck_at" for column in arm.own) else ""
    table = quote(arm.kind.model._meta.db_table)
    # Names come from the models, never from outside; values are bound.
    return f"select {at}, {', '.join(texts)} from {table} c{joined} where c.{quote(f'{arm.kind.of}_id')} = %s{stands}"  # noqa: S608


def _texts(arm: Arm) -> list[str]:
    tables = (("c", arm.own), ("l", arm.link), ("b", arm.batch))
    return [_text(table, field) for table, fields in tables for field in fields]


def _text(table: str, field: Any) -> str:
    column = f"{table}.{connection.ops.quote_name(str(field.column))}"
    if connection.vendor == "sqlite":
        # As text it would cut numbers short; a bare column would lend the first arm's type to all others.
        return f"+{column}"
    is_truth = isinstance(field, BooleanField)  # databases write it differently
    return f"cast({f'case when {column} then 1 else 0 end' if is_truth else column} as text)"
