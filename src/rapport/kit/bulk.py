"""Many rows at once: plain statements through the driver's executemany, a tenth of the cost of model instances."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import DateField, Model


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Insert `rows` (values in the order of `columns`, database column names); those that are there already are passed
    over. Values must be plain (dates and aware datetimes are adapted). Returns how many rows were sent."""
    sent = _adapted(model, columns, rows)
    if not sent:
        return 0
    quote = connection.ops.quote_name
    # Names come from the models, never from outside; values are bound.
    sql = (
        f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(map(quote, columns))}) "  # noqa: S608
        f"VALUES ({', '.join(['%s'] * len(columns))}) ON CONFLICT DO NOTHING"
    )
    _send(sql, sent)
    return len(sent)


def update(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Set `columns` of many rows: each row holds their values in order and, last, the primary key."""
    sent = _adapted(model, columns, rows)
    quote = connection.ops.quote_name
    news = ", ".join(f"{quote(name)} = %s" for name in columns)
    # Names come from the models, never from outside; values are bound.
    _send(f"UPDATE {quote(model._meta.db_table)} SET {news} WHERE id = %s", sent)  # noqa: S608
    return len(sent)


def chunks(rows: Iterable[Any], size: int) -> Iterable[list[Any]]:
    """`rows` in lists of at most `size`."""
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _send(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


def _adapted(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """`rows` as the driver takes them: only columns of days and moments are looked at, for there may be millions."""
    known = {field.column: field for field in model._meta.concrete_fields}
    moments = [n for n, name in enumerate(columns) if isinstance(known[name], DateField)]
    if not moments:
        return list(rows)
    sent: list[Sequence[Any]] = []
    for row in rows:
        plain = list(row)
        for n in moments:
            plain[n] = _plain(plain[n])
        sent.append(plain)
    return sent


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
