"""Notes by hand, and the interests they tell of."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from rapport import topics
from rapport.people import keys
from rapport.people.claims import say
from rapport.people.confiding import confided
from rapport.people.models import Interest, Note, Person

FROM_NOTE = "note"
FROM_HUB = "hub"
EVIDENCE = "your note"
_LONGEST = 20_000  # characters that are searched


@transaction.atomic
def note(*, person: Person, text: str, now: datetime) -> Note:
    """The owner notes this of somebody, today. What they care about by it is written down too."""
    day = now.astimezone(ZoneInfo(person.book.owner.zone)).date().isoformat()
    written = say(Note, person=person, key=keys.digest(text), now=now, text=text, written_on=day, precision="day")
    overhear(person=person)
    return written


def overhear(*, person: Person) -> None:
    """Bring the interests that hand-written notes tell of in line with those notes; struck ones stay struck."""
    found: dict[str, Interest] = {}
    for written in Note.objects.shown().filter(person=person, is_hand=True).order_by("pk"):
        for interest in _heard(person, written):
            found.setdefault(interest.key, interest)
    told = Interest.objects.filter(person=person, source=FROM_NOTE)
    told.exclude(key__in=list(found)).filter(is_hand=False, struck_at=None).delete()
    there = set(Interest.objects.filter(person=person, key__in=list(found)).values_list("key", flat=True))
    for key, interest in found.items():
        if key not in there:
            interest.save()


def _heard(person: Person, written: Note) -> Iterator[Interest]:
    is_confided = confided(written.text)
    text, known = written.text[:_LONGEST], topics.shipped()
    for topic, word, _ in known.find(text, is_title=known.is_only_pastimes(text)):
        yield Interest(
            book=person.book,
            person=person,
            key=keys.interest(topic, FROM_NOTE),
            topic=topic,
            word=word[:120],
            platform=FROM_NOTE,
            evidence=EVIDENCE,
            on=written.written_on,
            precision=written.precision,
            is_confided=is_confided,
            source=FROM_NOTE,
        )
