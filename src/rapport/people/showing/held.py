"""All that is kept about a person, of every kind, asked for once: the panels of their page share it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC
from typing import Any, TypeVar

from django.db import connection
from django.db.models import DateTimeField, Model
from django.utils.dateparse import parse_datetime

from rapport.people.claims import standing
from rapport.people.models import Claim, Person
from rapport.people.showing.kept import Arm, arms, query

M = TypeVar("M", bound=Model)
Held = dict[type[Model], list[Any]]


def held(person: Person, model: type[M]) -> list[M]:
    """The rows of one kind about `person`: facts in the order in which they stand, others as they were written.

    The first call loads every kind in one query. They stay with this `person` object: ask those of one request only.
    """
    return [*everything(person).get(model, ())]


def everything(person: Person) -> Held:
    """Each kind of which there is something, without pictures."""
    kept = vars(person)
    if "held" not in kept:
        kept["held"] = _loaded(person)
    found: Held = kept["held"]
    return found


def _loaded(person: Person) -> Held:
    kinds = arms()
    rows: defaultdict[type[Model], list[Any]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(query(), [person.pk] * len(kinds))
        for at, *values in cursor.fetchall():
            rows[kinds[at].kind.model].append(_row(kinds[at], person, values))
    return {
        model: standing(found) if issubclass(model, Claim) else sorted(found, key=lambda one: one.pk)
        for model, found in rows.items()
    }


def _row(arm: Arm, person: Person, values: Sequence[Any]) -> Any:
    own, link = len(arm.own), len(arm.link)
    row = _made(arm.own, values)
    row.person = person
    if arm.link and values[own] is not None:
        setattr(row, arm.kind.leads_to, _made(arm.link, values[own:]))
    if arm.batch and row.batch_id is not None:
        row.batch = _made(arm.batch, values[own + link :])
    return row


def _made(columns: Sequence[Any], values: Sequence[Any]) -> Any:
    """As a query would make it: what is not among `columns` is fetched when it is asked for."""
    read = [_read(column, value) for column, value in zip(columns, values, strict=False)]
    return columns[0].model.from_db(connection.alias, [column.attname for column in columns], read)


def _read(column: Any, value: Any) -> Any:
    if value is None or not isinstance(column, DateTimeField):
        return column.to_python(value)
    at = parse_datetime(value)
    return at if at is None or at.tzinfo else at.replace(tzinfo=UTC)  # stored as UTC where zones are not kept
