"""Narrowing a long list by what stands in its address; each room offers the sieves for what it knows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from rapport.kit.rooms import gather


@dataclass(frozen=True)
class Sieve:
    """`name` stands in the address (`?list=4`), `label` on the page.

    `choices(book)` are the values one can pick, each with its words; `apply(people, book, value)` keeps those that
    fit, or raises ValueError for a value that means nothing. Found in `<room>/sieves.py`.
    """

    name: str
    label: str | Promise
    choices: Callable[[Any], Sequence[tuple[str, str]]]
    apply: Callable[[QuerySet[Any], Any, str], QuerySet[Any]]


@cache
def sieves() -> tuple[Sieve, ...]:
    return gather("sieves", Sieve)


def sieved(people: QuerySet[Any], book: Any, params: Mapping[str, str]) -> QuerySet[Any]:
    """Those of `people` of `book` who pass every sieve named in `params`; a senseless value lets nobody through."""
    for sieve in sieves():
        value = params.get(sieve.name, "").strip()
        if "\x00" in value:  # no text of any database holds one
            return people.none()
        if value:
            try:
                people = sieve.apply(people, book, value)
            except ValueError:
                return people.none()
    return people


def chosen(params: Mapping[str, str]) -> dict[str, str]:
    """What of `params` narrows the list."""
    return {sieve.name: params[sieve.name] for sieve in sieves() if params.get(sieve.name, "").strip()}
