"""Reads that are asked all the time: the ORM writes them out once, and then only their values change.

What a query holds besides the named values is the same for ever: so nothing in it may look at the clock, at the zone
or the language of whoever asks, or at rows read before.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.query import ModelIterable

from rapport.kit.made import models, tuples

_NUMBER = 2_147_000_000  # stands for a number while the query is written out: one that every column of numbers may hold
_MOMENT, _APART = datetime(1850, 1, 1, tzinfo=UTC), 100  # stands for a moment, and others as many years before it
_DAY = date(1650, 1, 1)  # stands for a day, and others as many days after it
_MANY = 100_000  # apart are the numbers that stand in two lists
_LARGEST = 1 << 63
_WORD = "a word that nobody writes"  # stands for a text


_asked: ContextVar[dict[Any, list[Any]] | None] = ContextVar("asked", default=None)


@contextmanager
def asking_once() -> Iterator[None]:
    """Within, and in what is decorated with it, the same question is put to the database once, and all who ask it share
    the rows: for pages that only read, where rooms that do not know one another ask the same."""
    if _asked.get() is not None:
        yield
        return
    before = _asked.set({})
    try:
        yield
    finally:
        _asked.reset(before)


def asked_so_far() -> dict[Any, list[Any]] | None:
    """The rows by the key of each question, where it is asked once; else None."""
    return _asked.get()


class Prepared:
    """A query as `build(**stand_ins)` makes it: of models, or of `values()` or `values_list()`. `numbers`, `moments`,
    `days`, `words` name what is filled in each time it is asked, `several` where that is a list of numbers; each must
    stand in the query as it is given, but a moment may be reckoned from (`now - LATELY`)."""

    def __init__(
        self,
        build: Callable[..., QuerySet[Any, Any]],
        *,
        numbers: tuple[str, ...] = (),
        several: tuple[str, ...] = (),
        moments: tuple[str, ...] = (),
        days: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        self._build, self._several = build, several
        self._stand_ins: dict[str, Any] = {name: _NUMBER - at for at, name in enumerate(numbers)}
        self._stand_ins |= {name: _MOMENT.replace(year=_MOMENT.year - _APART * at) for at, name in enumerate(moments)}
        self._stand_ins |= {name: _DAY + timedelta(days=at) for at, name in enumerate(days)}
        self._stand_ins |= {name: f"{_WORD} {at}" for at, name in enumerate(words)}
        self._written: dict[Any, Written] = {}

    def rows(self, **values: Any) -> list[Any]:
        """What the query answers for these values, as models or as named tuples. Nothing has a number too large for the
        database, and nothing is one of no numbers."""
        return self.of(**values).rows()

    def of(self, **values: Any) -> "Query":
        """The query with its values, to be asked later: alone, or together with others (`kit/together.py`)."""
        lists = {name: tuple(values.pop(name)) for name in self._several}
        return Query(self, values, lists)

    def written(self, lists: dict[str, tuple[int, ...]]) -> tuple["Written", dict[str, int]]:
        """The query for lists of these lengths, and their numbers under the names they have there. A list is filled up
        to a power of two with its last number, so that few lengths have to be written out."""
        sizes = {name: 1 << (len(numbers) - 1).bit_length() for name, numbers in lists.items()}
        each: dict[str, int] = {}
        for name, numbers in lists.items():
            filled = [*numbers, *[numbers[-1]] * (sizes[name] - len(numbers))]
            each |= {f"{name} {at}": number for at, number in enumerate(filled)}
        written = (connection.vendor, *sizes.items())
        if written not in self._written:
            self._written[written] = self._write(sizes)
        return self._written[written], each

    def _write(self, sizes: dict[str, int]) -> "Written":
        first = _NUMBER - len(self._stand_ins)
        lists = {
            name: [first - nth * _MANY - at for at in range(size)] for nth, (name, size) in enumerate(sizes.items())
        }
        each = {f"{name} {at}": number for name, numbers in lists.items() for at, number in enumerate(numbers)}
        return Written(self._build(**self._stand_ins, **lists), self._stand_ins | each)

    def statement(self, **values: Any) -> tuple[str, list[Any]]:
        """As the database would be asked it, with `%s` for each value."""
        written, params = self.of(**values).filled()
        return written.sql, params

    def first(self, **values: Any) -> Any:
        """The first of them, or None."""
        return next(iter(self.rows(**values)), None)


def prepared(**named: tuple[str, ...]) -> Callable[[Callable[..., QuerySet[Any, Any]]], Prepared]:
    """The same as a decorator of `build`."""
    return lambda build: Prepared(build, **named)


class Query:
    """A prepared query with its values."""

    def __init__(self, query: Prepared, values: dict[str, Any], lists: dict[str, tuple[int, ...]]) -> None:
        self._query, self._values, self._lists = query, values, lists

    @property
    def key(self) -> Any:
        """Equal for the same question."""
        return (self._query, *sorted((self._values | self._lists).items()))

    @property
    def is_vain(self) -> bool:
        """Nothing can answer it."""
        single = [*self._values.values(), *(number for numbers in self._lists.values() for number in numbers)]
        is_too_large = any(isinstance(value, int) and not -_LARGEST <= value < _LARGEST for value in single)
        return is_too_large or not all(self._lists.values())

    def filled(self) -> tuple["Written", list[Any]]:
        """As it is put to the database: the query, and what is filled in."""
        written, each = self._query.written(self._lists)
        return written, written.params(self._values | each)

    def rows(self) -> list[Any]:
        asked = asked_so_far()
        if asked is None:
            return self._found()
        key = self.key
        if key not in asked:
            asked[key] = self._found()
        return list(asked[key])

    def _found(self) -> list[Any]:
        if self.is_vain:
            return []
        written, params = self.filled()
        return written.made(fetched(written.sql, params))


def fetched(sql: str, params: list[Any]) -> list[Any]:
    """The rows as the database gives them."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows: list[Any] = cursor.fetchall()
        return rows


class Written:
    """A query in the words of one database: `columns` are what it selects."""

    def __init__(self, asked: QuerySet[Any, Any], stand_ins: dict[str, Any]) -> None:
        self._compiler: Any = asked.query.get_compiler(connection=connection)
        sql, params = self._compiler.as_sql()
        self.columns = [column for column, *_ in self._compiler.select]
        places = [_place(param, stand_ins) for param in params]
        self.sql = _with_constants(sql, places)
        self._params = [(name, more) for name, more in places if name or not _is_constant(more)]
        self._converters = self._compiler.get_converters(self.columns)
        is_of_models = asked._iterable_class is ModelIterable  # noqa: SLF001
        self._made = models(self._compiler) if is_of_models else tuples(asked.query)

    def params(self, values: dict[str, Any]) -> list[Any]:
        return [
            _adapted(values[name] + more if more else values[name]) if name else more for name, more in self._params
        ]

    def made(self, found: Any) -> list[Any]:
        """What the rows of the database stand for."""
        if self._converters:
            found = self._compiler.apply_converters(found, self._converters)
        made = self._made
        return [made(row) for row in found]


def _with_constants(sql: str, places: list[tuple[str, Any]]) -> str:
    """What always stands there is written into the query. SQLite would plan it anew each time it is asked, to see
    whether the value leads to an index of some rows only."""
    each = iter(places)

    def said(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return found[0]
        name, value = next(each)
        if name or not _is_constant(value):
            return found[0]
        return str(value) if isinstance(value, int) else "'" + value.replace("'", "''").replace("%", "%%") + "'"

    return re.sub("%[s%]", said, sql)


def _is_constant(value: Any) -> bool:
    return type(value) in (int, str)


def _place(param: Any, stand_ins: dict[str, Any]) -> tuple[str, Any]:
    """Which value comes here and what is added to it; without a name, what always stands here. ValueError for a moment
    that would always stand here: the clock goes on."""
    at = _moment(param)
    for name, value in stand_ins.items():
        if isinstance(value, datetime):
            if at is not None and abs(at.year - value.year) < _APART // 2:
                return name, at - value
        elif param == value or (isinstance(value, date) and param == value.isoformat()):
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
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
