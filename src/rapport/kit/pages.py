"""Long lists page by page: each page begins behind the last row of the one before, however long the list."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import attrgetter, or_
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet


@dataclass(frozen=True)
class Page:
    """`after` and `before` are the marks of the neighbouring pages, empty where there is none."""

    rows: list[Any]
    after: str = ""
    before: str = ""


def page_of(rows: QuerySet[Any], keys: Sequence[str], *, after: str = "", before: str = "", size: int = 50) -> Page:
    """A page of `rows` in the order of `keys` (names of columns, `-` for falling; together unique, none of them null).

    `after` or `before` is a mark of an earlier page; one that cannot be read leads to the first page.
    """
    try:
        return _page(rows, keys, after, before, size)
    except (ValueError, TypeError, ValidationError):
        return _page(rows, keys, "", "", size)


def _page(rows: QuerySet[Any], keys: Sequence[str], after: str, before: str, size: int) -> Page:
    is_back = bool(before) and not after
    order = [_turned(key) for key in keys] if is_back else list(keys)
    mark = after or before
    wanted = rows.filter(_beyond(order, _read(mark, len(keys)))) if mark else rows
    found = list(wanted.order_by(*order)[: size + 1])
    has_more, found = len(found) > size, found[:size]
    if is_back:
        found.reverse()
    if not found:
        return Page([])
    has_next, has_earlier = (True, has_more) if is_back else (has_more, bool(after))
    first, last = _mark(found[0], keys), _mark(found[-1], keys)
    return Page(found, last if has_next else "", first if has_earlier else "")


def _beyond(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows behind `values`; the first column bounds once more by itself, which an index can use."""
    steps = []
    for at, key in enumerate(order):
        same = {name.lstrip("-"): value for name, value in zip(order[:at], values[:at], strict=True)}
        steps.append(Q(**same, **{f"{key.lstrip('-')}__{'lt' if key.startswith('-') else 'gt'}": values[at]}))
    first = order[0]
    bound = Q(**{f"{first.lstrip('-')}__{'lte' if first.startswith('-') else 'gte'}": values[0]})
    return bound & reduce(or_, steps)


def _turned(key: str) -> str:
    return key[1:] if key.startswith("-") else f"-{key}"


def _mark(row: Any, keys: Sequence[str]) -> str:
    values = [attrgetter(key.lstrip("-").replace("__", "."))(row) for key in keys]
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    return urlsafe_b64encode(json.dumps(plain, ensure_ascii=False).encode()).decode().rstrip("=")


def _read(mark: str, length: int) -> list[Any]:
    values = json.loads(urlsafe_b64decode(mark + "=" * (-len(mark) % 4)))
    if (
        not isinstance(values, list)
        or len(values) != length
        or not all(isinstance(v, str | int | float) for v in values)
    ):
        raise ValueError("not a mark of this list")
    return values
