"""A word on a person is a list."""

from collections.abc import Iterable
from datetime import datetime

from rapport.ledger.lists import list_named, put_on
from rapport.people.marks import Mark
from rapport.people.models import Person


def put_on_lists(person: Person, words: Iterable[str], now: datetime) -> None:
    """Put the person on the list of each word; a list the book does not have is made, spelt as the word is."""
    for word in words:
        put_on(list_named(person.book, word), [person], now=now)


LISTS = Mark(put_on_lists)
