"""The peace memory of a book, read from what was shown, answered and said."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rapport.kit.prepared import Query, prepared
from rapport.people.models import Book
from rapport.rounds.desk import Desk
from rapport.rounds.models import Answer, Shown
from rapport.rounds.peace import AGAIN_AFTER, TRIES, Memory
from rapport.ties.models import Rest

LOOKS_BACK = 400  # days of answers; a "not this" older than that may be asked again


def memory_of(desk: Desk) -> Memory:
    """What keeps people from being suggested on this day."""
    rows = _shown_at(desk).rows()
    shown = [(who, day, kind) for who, day, kind, _ in rows if who is not None]
    answers = answers_until(desk.book, desk.day)
    unanswered = desk.table["unanswered"]
    tries = {int(desk.ids[at]): int(unanswered[at]) for at in (unanswered >= TRIES).nonzero()[0]}
    rests = _rests.rows(book=desk.book.pk)
    return Memory(
        shown={who: day for who, day, _ in shown},
        kept=frozenset(subject for who, day, _, subject in rows if who is None and day == desk.day),
        kinds={who: kind for who, day, kind in shown if day == desk.day},
        answered=frozenset(
            who for *both, _, said, day, _ in answers if day == desk.day and said != "later" for who in both if who
        ),
        unanswered=tries,
        asleep=_asleep(answers, desk.day),
        refused=frozenset(
            subject
            for *_, subject, said, day, until in answers
            if said == "not_this" or (said == "later" and until is not None and until > desk.day)
        ),
        resting=frozenset(who for who, until in rests if until is None or until > desk.today),
    )


def answers_until(book: Book, day: int) -> list[tuple[int | None, int | None, str, str, int, int | None]]:
    """What the owner answered lately: first and second person, the card's key, what, on which day, until when."""
    return _answers_query(book, day).rows()


def memory_asks(desk: Desk) -> tuple[Query, ...]:
    """What the memory asks the database."""
    return _shown_at(desk), _answers_query(desk.book, desk.day), _rests.of(book=desk.book.pk)


def _shown_at(desk: Desk) -> Query:
    return _shown.of(book=desk.book.pk, since=desk.day - AGAIN_AFTER, until=desk.day)


def _answers_query(book: Book, day: int) -> Query:
    return _answers.of(book=book.pk, since=day - LOOKS_BACK, until=day)


@prepared(numbers=("book", "since", "until"))
def _shown(book: int, since: int, until: int) -> Any:
    rows = Shown.objects.filter(book=book, day__gt=since, day__lte=until)
    return rows.order_by("day").values_list("person_id", "day", "kind", "subject")


@prepared(numbers=("book", "since", "until"))
def _answers(book: int, since: int, until: int) -> Any:
    rows = Answer.objects.filter(book=book, day__gt=since, day__lte=until)
    return rows.values_list("person_id", "other_id", "subject", "answer", "day", "until")


@prepared(numbers=("book",))
def _rests(book: int) -> Any:
    return Rest.objects.filter(person__book=book).values_list("person_id", "until")


def _asleep(answers: Sequence[tuple[int | None, int | None, str, str, int, int | None]], today: int) -> dict[int, int]:
    found: defaultdict[int, int] = defaultdict(int)
    for first, second, _, said, _, until in answers:
        for who in (first, second):
            if who is not None and said == "later" and until is not None and until > today:
                found[who] = max(found[who], until)
    return dict(found)
