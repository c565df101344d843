"""What two people both care for."""

from django.db.models import Count

from rapport.people.models import Interest, Person


def shared_topics(one: Person, other: Person) -> list[str]:
    """Topics of both, the rarest in the book first."""
    interests = Interest.objects.shown().filter(book=one.book)
    both = set(interests.filter(person=one).values_list("topic", flat=True))
    both &= set(interests.filter(person=other).values_list("topic", flat=True))
    counts = interests.filter(topic__in=both).values("topic").annotate(holders=Count("person", distinct=True))
    return [row["topic"] for row in sorted(counts, key=lambda row: (row["holders"], row["topic"]))]
