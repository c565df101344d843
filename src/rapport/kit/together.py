"""Many prepared queries put to the database as one. What a query costs besides its rows is then paid once, and on a
database elsewhere the way there and back too.

Each is a part of one UNION ALL. Its columns lie in places of their type; whatever is not its own is null there.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.db import connection

from rapport.kit.prepared import Query, Written, asked_so_far, fetched


def ask_together(questions: Iterable[Query]) -> None:
    """Within `asking_once`: put all of these as one, so that whoever asks one of them later has its rows already.
    Anywhere else nothing is asked ahead."""
    asked = asked_so_far()
    if asked is None:
        return
    new = {question.key: question for question in questions if not question.is_vain}
    new = {key: question for key, question in new.items() if key not in asked}
    if not new:
        return
    filled = [question.filled() for question in new.values()]
    together = _together(*(written for written, _ in filled))
    asked |= zip(new, together.rows([value for _, params in filled for value in params]), strict=True)


class _Together:
    def __init__(self, written: Sequence[Written]) -> None:
        self._written = written
        kinds: list[str] = []
        places = [_places(kinds, [_kind(column) for column in one.columns]) for one in written]
        self._own = [_own(at) for at in places]
        # The first part has no rows: it says of each place what may lie there, which nulls alone do not.
        parts = [f"select -1, {', '.join(f'cast(null as {kind})' for kind in kinds)} where 1 = 0"]
        parts += [_part(number, at, len(kinds)) for number, at in enumerate(places)]
        named = ", ".join(
            f"q{number}({', '.join(f'c{at}' for at in range(len(one.columns)))}) as ({one.sql})"
            for number, one in enumerate(written)
        )
        self._sql = f"with {named} {' union all '.join(parts)}"

    def rows(self, params: list[Any]) -> list[list[Any]]:
        """What each of them answers, in their order."""
        found: list[list[Any]] = [[] for _ in self._written]
        for number, *row in fetched(self._sql, params):
            found[number].append(self._own[number](row))
        return [one.made(rows) if rows else [] for one, rows in zip(self._written, found, strict=True)]


@lru_cache(maxsize=512)
def _together(*written: Written) -> _Together:
    return _Together(written)


def _kind(column: Any) -> str:
    """The type of a column without its length."""
    return str(column.output_field.cast_db_type(connection)).partition("(")[0]


def _places(kinds: list[str], wanted: list[str]) -> list[int]:
    """Where columns of these kinds lie among all; what is missing there is added."""
    taken: list[int] = []
    for kind in wanted:
        free = (at for at, held in enumerate(kinds) if held == kind and at not in taken)
        taken.append(next(free, len(kinds)))
        if taken[-1] == len(kinds):
            kinds.append(kind)
    return taken


def _part(number: int, places: list[int], width: int) -> str:
    lying = {at: f"c{nth}" for nth, at in enumerate(places)}
    return f"select {number}, {', '.join(lying.get(at, 'null') for at in range(width))} from q{number}"  # noqa: S608


def _own(places: list[int]) -> Callable[[list[Any]], tuple[Any, ...]]:
    """From a row of all to the columns of one."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: (row[places[0]],)
