"""Occasions by hand: where and when people were met."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import F

from rapport.people import keys
from rapport.people.claims import say
from rapport.people.models import Book, Occasion, Person, Presence

NEAR = timedelta(days=7)


def occasion_named(*, book: Book, title: str, on: date, place: str = "") -> Occasion:
    """The occasion of this title on this day, made if the book has none."""
    found = Occasion.objects.filter(book=book, begins_on=on, title__iexact=title).first()
    if found is not None:
        return found
    made: Occasion = Occasion.objects.get_or_create(
        book=book,
        key=f"hand:{on.isoformat()}:{keys.folded(title)}",
        defaults={"title": title[:400], "place": place[:400], "begins_on": on, "is_hand": True},
    )[0]
    return made


def near(book: Book, today: date) -> list[Occasion]:
    """The occasions of the last days and today, the nearest first: those somebody may come home from."""
    rows = Occasion.objects.filter(
        book=book, begins_on__lte=today, begins_on__gte=today - NEAR, is_cancelled=False
    ).order_by("-begins_on", F("begins_at").desc(nulls_last=True), "number")
    return list(rows[:20])


def was_there(*, occasion: Occasion, people: Iterable[Person], now: datetime, answer: str = "met") -> None:
    """The owner met these people at the occasion."""
    for person in people:
        say(Presence, person=person, key=occasion.key, now=now, occasion=occasion, answer=answer)
