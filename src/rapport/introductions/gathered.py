"""What gatherings tell of those who come: a 'Butterfly Count' in the calendar is an interest, with its evidence."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from django.db.models import F

from rapport.people import keys
from rapport.people.models import Book, Interest, Presence
from rapport.topics import shipped

FROM_CALENDAR = "calendar"
AT_ONCE = 500


def overhear(book: Book, people: Collection[int]) -> None:
    """Write down what the gatherings of these people (ids) tell of them. What the owner struck out stays struck."""
    wanted = sorted(people)
    for start in range(0, len(wanted), AT_ONCE):
        found = {(each.person_id, each.key): each for each in _heard(book, wanted[start : start + AT_ONCE])}
        there = Interest.objects.filter(book=book, person__in=wanted[start : start + AT_ONCE], platform=FROM_CALENDAR)
        for known in there.values_list("person_id", "key"):
            found.pop(known, None)
        for interest, number in zip(found.values(), book.next_numbers("interest", len(found)), strict=True):
            interest.number = number
        Interest.objects.bulk_create(found.values())


def _heard(book: Book, people: Collection[int]) -> Iterator[Interest]:
    comes = Presence.objects.shown().filter(book=book, person__in=people, occasion__is_cancelled=False)
    rows = (
        comes.exclude(answer="declined")
        .select_related("occasion")
        .order_by(F("occasion__begins_on").desc(nulls_last=True), "-pk")
    )
    for presence in rows:
        occasion = presence.occasion
        for topic, word in _topics(occasion.title):
            yield Interest(
                book=book,
                person_id=presence.person_id,
                key=keys.interest(topic, FROM_CALENDAR),
                topic=topic,
                word=word[:120],
                platform=FROM_CALENDAR,
                evidence=occasion.title[:300],
                on=occasion.begins_on.isoformat() if occasion.begins_on else "",
                precision="day" if occasion.begins_on else "unknown",
                source=presence.source,
                batch_id=presence.batch_id,
            )


@lru_cache(maxsize=4096)
def _topics(title: str) -> tuple[tuple[str, str], ...]:
    """A series has one title many times over."""
    return tuple((found.topic, found.word) for found in shipped().find(title, is_title=True))
