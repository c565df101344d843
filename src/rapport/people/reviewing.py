"""Pairs that wait for the owner's word: which comes next, and what the word does."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, IntegerField, Q, QuerySet, When

from rapport.people.merge import Joining, merge, merge_all, unmerge
from rapport.people.models import Book, Distinct, Merge, Person, Review
from rapport.people.tell_apart import tell_apart

LATER = timedelta(days=14)


def waiting(book: Book, now: datetime) -> "QuerySet[Review]":
    """The pairs to ask about today, the surest first; those put off come again after two weeks."""
    return (
        Review.objects.filter(Q(not_before=None) | Q(not_before__lte=now), book=book)
        .filter(first__merged_into=None, second__merged_into=None, first__trashed_at=None, second__trashed_at=None)
        .select_related("first", "second")
        .order_by(Case(When(stage="one_click", then=0), default=1, output_field=IntegerField()), "-weight", "number")
    )


@transaction.atomic
def decide(review: Review, word: str, *, now: datetime) -> Merge | None:
    """`same`: the two become one (returned: the merge); `different`: never asked again; `later`: in two weeks."""
    first, second = sorted((review.first, review.second), key=lambda person: person.number)
    if word == "same":
        return merge(first, second, code=review.code, now=now)
    if word == "different":
        tell_apart(first, [second], now=now)
        review.delete()
    else:
        review.not_before = now + LATER
        review.save(update_fields=["not_before"])
    return None


@transaction.atomic
def accept_likely(book: Book, *, now: datetime) -> int:
    """Everything that takes one click, at once; each can still be parted. Returns how many became one."""
    joinings: list[Joining] = []
    used: set[int] = set()
    for review in waiting(book, now).filter(stage="one_click"):
        first, second = sorted((review.first, review.second), key=lambda person: person.number)
        if not used & {first.pk, second.pk}:  # chains wait for the next time, when the first link is one
            joinings.append(Joining(first.pk, second.pk, review.code))
            used |= {first.pk, second.pk}
    merge_all(book, joinings, now=now)
    return len(joinings)


@transaction.atomic
def part(done: Merge, *, now: datetime) -> Person:
    """Undo a merge, and remember that these are two. Raises ValueError when they were merged again since."""
    kept = done.kept
    gone = unmerge(done, now=now)
    first, second = sorted((kept, gone), key=lambda person: person.pk)
    Distinct.objects.get_or_create(first=first, second=second, defaults={"book": kept.book, "said_at": now})
    return gone
