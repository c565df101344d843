"""The round of a day, from a book of 5,000 people and 500,000 interactions with passions of many sorts."""

from random import Random

from django.db import connection

from rapport.kit.bulk import insert
from rapport.members.models import Member
from rapport.people.models import Book, Interest, Person
from rapport.rounds.desk import QUERY
from rapport.rounds.today import the_round
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big import CLAIM, NOW, big_book

TODAY = NOW.date()
PEOPLE, INTERACTIONS, TOPICS = 5_000, 500_000, 900


def run() -> Measured:
    ann = big_book(PEOPLE, INTERACTIONS)
    _more_passions(Book.of(ann))
    kinds = {act.kind for act in the_round(ann, on=TODAY, minutes=15, now=NOW).acts}
    if len(kinds) < 3 or "introduce" not in kinds:
        raise AssertionError(f"The round is thinner than it should be: {sorted(kinds)}.")
    value = cpu_ms(lambda: the_round(ann, on=TODAY, minutes=15, now=NOW), times=15)
    return Measured(value, floor=cpu_ms(lambda: _barely(ann), times=15))


def _more_passions(book: Book) -> None:
    """Three more each, a few common and many rare."""
    random = Random(5)  # noqa: S311 - nothing secret
    people = Person.objects.filter(book=book).order_by("number").values_list("pk", flat=True)
    pairs = [(who, f"passion {int(TOPICS * random.random() ** 2)}") for who in people for _ in range(3)]
    insert(
        Interest,
        (*CLAIM, "topic", "word", "platform", "evidence", "on", "precision", "is_confided"),
        [
            (book.pk, PEOPLE + n, who, topic, "x", False, topic, topic, "note", "your note", "2026", "year", False)
            for n, (who, topic) in enumerate(dict.fromkeys(pairs), 1)
        ],
    )


def _barely(ann: Member) -> list[object]:
    """The numbers alone, read and put in order by strength."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [Book.of(ann).pk])
        return sorted(cursor.fetchall(), key=lambda row: row[8] or 0.0)[-5:]


ROUND = Benchmark("round-5k-people", "ms cpu", 50, run)
