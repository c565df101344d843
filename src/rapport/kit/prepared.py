"""Reads that are asked all the time: the ORM writes them out once, and then only their values change."""

from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

_NUMBER = -7_777_000  # stands for a number while the query is written out
_MOMENT = datetime(1867, 1, 1, tzinfo=UTC)  # stands for a moment


class Prepared:
    """A query of `values()` or `values_list()`, as `build(**stand_ins)` makes it. `numbers` and `moments` name what
    is filled in each time it is asked; each must stand in the query as it is given."""

    def __init__(
        self, build: Callable[..., QuerySet[Any, Any]], *, numbers: tuple[str, ...] = (), moments: tuple[str, ...] = ()
    ) -> None:
        self._build = build
        self._stand_ins: dict[str, Any] = {name: _NUMBER - at for at, name in enumerate(numbers)}
        self._stand_ins |= {name: _MOMENT.replace(day=at + 1) for at, name in enumerate(moments)}
        self._written: dict[str, _Written] = {}

    def rows(self, **values: Any) -> list[Any]:
        """What the query answers for these values, as named tuples."""
        if connection.vendor not in self._written:
            self._written[connection.vendor] = _Written(self._build(**self._stand_ins), self._stand_ins)
        return self._written[connection.vendor].rows(values)


class _Written:
    def __init__(self, asked: QuerySet[Any, Any], stand_ins: dict[str, Any]) -> None:
        self._compiler: Any = asked.query.get_compiler(connection=connection)
        self._sql, params = self._compiler.as_sql()
        adapted = {_plain(value): name for name, value in stand_ins.items()}
        self._params = [(adapted.get(_plain(param), ""), param) for param in params]
        self._converters = self._compiler.get_converters([column for column, *_ in self._compiler.select])
        query: Any = asked.query
        self._row = namedtuple("Row", [*query.values_select, *query.annotation_select])  # type: ignore[misc]  # noqa: PYI024

    def rows(self, values: dict[str, Any]) -> list[Any]:
        params = [_adapted(values[name]) if name else param for name, param in self._params]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, params)
            found: Any = cursor.fetchall()
        if self._converters:
            found = self._compiler.apply_converters(found, self._converters)
        return [self._row(*row) for row in found]


def _adapted(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _plain(value: Any) -> str:
    return str(_adapted(value))
