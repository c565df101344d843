"""Pairs that came up while typing are asked about in the same place as those of archives."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from rapport.people.doubles import Double
from rapport.people.models import Book, Person, Review

_CODES = {"way": "shared_email", "name": "same_name", "near": "close_name", "part": "one_word"}
_WEIGHT = 2.0  # more than any judgement weighs: the owner typed it


def ask_same(person: Person, alike: Iterable[Double]) -> None:
    """Put each pair before the owner; one that is asked about already stays as it is."""
    for double in alike:
        first, second = sorted((person, double.person), key=lambda one: one.pk)
        said = {"stage": "asked", "code": _CODES[double.why], "weight": _WEIGHT}
        review, _ = Review.objects.get_or_create(first=first, second=second, defaults={"book": person.book, **said})
        if review.stage == Review.MOOT:
            Review.objects.filter(pk=review.pk).update(**said)


def asked_about(book: Book, people: Sequence[Person]) -> dict[int, list[Person]]:
    """By id of each of `people`: those of the book it may be the same as, as far as that is being asked."""
    ids = {person.pk for person in people}
    found: defaultdict[int, list[Person]] = defaultdict(list)
    rows = (
        Review.objects.filter(Q(first__in=ids) | Q(second__in=ids), book=book)
        .exclude(stage=Review.MOOT)
        .select_related("first", "second")
    )
    for row in rows:
        for one, other in ((row.first, row.second), (row.second, row.first)):
            if one.pk in ids:
                found[one.pk].append(other)
    return found
