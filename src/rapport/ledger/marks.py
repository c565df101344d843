"""A word on a person is a list."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from rapport.ledger.models import List, ListEntry
from rapport.people.claims import say
from rapport.people.keys import folded
from rapport.people.marks import Mark
from rapport.people.models import Person


@transaction.atomic
def put_on_lists(person: Person, words: Iterable[str], now: datetime) -> None:
    """Put the person on the list of each word; a list the book does not have is made, spelt as the word is."""
    for word in words:
        key = folded(word, 120)
        wanted, _ = List.objects.get_or_create(book=person.book, folded=key, defaults={"name": word.strip()[:120]})
        say(ListEntry, person=person, key=key, now=now, list=wanted)


LISTS = Mark(put_on_lists)
