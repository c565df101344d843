"""Kept filters: how your people were narrowed, under a name."""

from collections.abc import Mapping
from urllib.parse import urlencode

from rapport.kit.cleaning import one_line
from rapport.kit.sieves import chosen, sieves
from rapport.ledger.models import Filter
from rapport.people.models import Book


def keep(book: Book, name: str, params: Mapping[str, str]) -> Filter:
    """Keep what of `params` narrows the list under `name`; a filter of that name is replaced.

    Raises ValueError where there is no name, or nothing that narrows.
    """
    name, query = one_line(name)[:120], urlencode(sorted(chosen(params).items()))
    if not name or not query or len(query) > 2000:
        raise ValueError("neither a name nor a filter")
    kept = Filter.objects.filter(book=book, name=name).first() or Filter(book=book, name=name)
    kept.query = query
    kept.save()
    return kept


def drop(book: Book, number: int) -> None:
    """The filter of this number is kept no longer."""
    Filter.objects.filter(book=book, number=number).delete()


def in_words(book: Book, params: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What narrows the list: (name of the sieve, its label, the value as people say it)."""
    found = chosen(params)
    return [
        (sieve.name, str(sieve.label), dict(sieve.choices(book)).get(found[sieve.name], found[sieve.name]))
        for sieve in sieves()
        if sieve.name in found
    ]


def without(params: Mapping[str, str], name: str) -> str:
    """The address of the list with one sieve taken out."""
    left = {key: value for key, value in params.items() if key != name and key not in ("after", "before", "at")}
    return f"/people/?{urlencode(left)}" if left else "/people/"
