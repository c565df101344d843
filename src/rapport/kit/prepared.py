"""Reads that are asked all the time: the ORM writes them out once, and then only their values change.

What a query holds besides the named values is the same for ever: so nothing in it may look at the clock, at the zone
or the language of whoever asks, or at rows read before.
"""

import re
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.query import ModelIterable, get_related_populators

_NUMBER = -7_777_000  # stands for a number while the query is written out
_MOMENT, _APART = datetime(1850, 1, 1, tzinfo=UTC), 100  # stands for a moment, and others as many years before it
_LARGEST = 1 << 63
_WORD = "a word that nobody writes"  # stands for a text


class Prepared:
    """A query as `build(**stand_ins)` makes it: of models, or of `values()` or `values_list()`. `numbers`, `moments`
    and `words` name what is filled in each time it is asked; each must stand in the query as it is given, but a moment
    may be reckoned from (`now - LATELY`)."""

    def __init__(
        self,
        build: Callable[..., QuerySet[Any, Any]],
        *,
        numbers: tuple[str, ...] = (),
        moments: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        self._build = build
        self._stand_ins: dict[str, Any] = {name: _NUMBER - at for at, name in enumerate(numbers)}
        self._stand_ins |= {name: _MOMENT.replace(year=_MOMENT.year - _APART * at) for at, name in enumerate(moments)}
        self._stand_ins |= {name: f"{_WORD} {at}" for at, name in enumerate(words)}
        self._written: dict[str, _Written] = {}

    def rows(self, **values: Any) -> list[Any]:
        """What the query answers for these values, as models or as named tuples. Nothing has a number too large for the
        database."""
        if any(isinstance(value, int) and not -_LARGEST <= value < _LARGEST for value in values.values()):
            return []
        if connection.vendor not in self._written:
            self._written[connection.vendor] = _Written(self._build(**self._stand_ins), self._stand_ins)
        return self._written[connection.vendor].rows(values)

    def first(self, **values: Any) -> Any:
        """The first of them, or None."""
        return next(iter(self.rows(**values)), None)


def prepared(**named: tuple[str, ...]) -> Callable[[Callable[..., QuerySet[Any, Any]]], Prepared]:
    """The same as a decorator of `build`."""
    return lambda build: Prepared(build, **named)


class _Written:
    def __init__(self, asked: QuerySet[Any, Any], stand_ins: dict[str, Any]) -> None:
        self._compiler: Any = asked.query.get_compiler(connection=connection)
        self._sql, params = self._compiler.as_sql()
        self._params = [_place(param, stand_ins) for param in params]
        self._converters = self._compiler.get_converters([column for column, *_ in self._compiler.select])
        is_of_models = asked._iterable_class is ModelIterable  # noqa: SLF001
        self._made = _models(self._compiler) if is_of_models else _tuples(asked.query)

    def rows(self, values: dict[str, Any]) -> list[Any]:
        params = [
            _adapted(values[name] + more if more else values[name]) if name else more for name, more in self._params
        ]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, params)
            found: Any = cursor.fetchall()
        if self._converters:
            found = self._compiler.apply_converters(found, self._converters)
        made = self._made
        return [made(row) for row in found]


def _tuples(query: Any) -> Callable[[Any], Any]:
    kind = namedtuple("Row", [*query.values_select, *query.annotation_select])  # type: ignore[misc]  # noqa: PYI024
    return lambda row: kind(*row)


def _models(compiler: Any) -> Callable[[Any], Any]:
    """From a row to a model with what was selected beside it, as a QuerySet makes them."""
    info, select = compiler.klass_info, compiler.select
    begin, end = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column.target.attname for column, *_ in select[begin:end]]
    populators: Any = get_related_populators
    beside = populators(info, select, connection.alias)
    more = list((compiler.annotation_col_map or {}).items())

    def made(row: Any) -> Any:
        one = info["model"].from_db(connection.alias, names, row[begin:end])
        for related in beside:
            related.populate(row, one)
        for name, at in more:
            setattr(one, name, row[at])
        return one

    return made


def _place(param: Any, stand_ins: dict[str, Any]) -> tuple[str, Any]:
    """Which value comes here and what is added to it; without a name, what always stands here. ValueError for a moment
    that would always stand here: the clock goes on."""
    at = _moment(param)
    for name, value in stand_ins.items():
        if isinstance(value, datetime):
            if at is not None and abs(at.year - value.year) < _APART // 2:
                return name, at - value
        elif param == value:
            return name, None
    if at is not None:
        raise ValueError(f"The moment {at} stands still in a prepared query.")
    return "", param


def _moment(param: Any) -> datetime | None:
    """A moment as the databases are given it."""
    if isinstance(param, str) and _STORED.match(param):
        param = datetime.fromisoformat(param)
    if not isinstance(param, datetime):
        return None
    return param if param.tzinfo is not None else param.replace(tzinfo=UTC)


_STORED = re.compile(r"\d{4}-\d\d-\d\d \d\d:")


def _adapted(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
