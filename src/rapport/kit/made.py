"""What is made of the rows of a query that is written out once."""

from collections import namedtuple
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models.query import get_related_populators


def tuples(query: Any) -> Callable[[Any], Any]:
    kind = namedtuple("Row", [*query.values_select, *query.annotation_select])  # type: ignore[misc]  # noqa: PYI024
    return lambda row: kind(*row)


def models(compiler: Any) -> Callable[[Any], Any]:
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
