"""The peace memory of a book, read from what was shown, answered and said."""

from collections import defaultdict

from django.db.models import Max

from rapport.rounds.desk import Desk
from rapport.rounds.models import Answer, Shown
from rapport.rounds.peace import AGAIN_AFTER, Memory
from rapport.ties.models import Rest

LOOKS_BACK = 400  # days of answers; a "not this" older than that may be asked again


def memory_of(desk: Desk) -> Memory:
    """What keeps people from being suggested on this day."""
    recent = Shown.objects.filter(book=desk.book, day__gt=desk.day - AGAIN_AFTER, day__lte=desk.day)
    answers = list(
        Answer.objects.filter(book=desk.book, day__gt=desk.day - LOOKS_BACK, day__lte=desk.day).values_list(
            "person_id", "kind", "subject", "answer", "day", "until"
        )
    )
    unanswered = desk.table["unanswered"]
    tries = {int(desk.ids[at]): int(unanswered[at]) for at in (unanswered >= 1).nonzero()[0]}
    rests = Rest.objects.filter(person__book=desk.book).values_list("person_id", "until")
    return Memory(
        shown=dict(recent.values_list("person_id").annotate(Max("day"))),
        answered=frozenset(who for who, *_, answer, day, _ in answers if day == desk.day and answer != "later"),
        unanswered=tries,
        asleep=_asleep(answers, desk.day),
        refused=frozenset(subject for _, _, subject, answer, *_ in answers if answer == "not_this"),
        resting=frozenset(who for who, until in rests if until is None or until > desk.today),
    )


def _asleep(answers: list[tuple[int, str, str, str, int, int | None]], today: int) -> dict[int, int]:
    found: defaultdict[int, int] = defaultdict(int)
    for who, _, _, answer, _, until in answers:
        if answer == "later" and until is not None and until > today:
            found[who] = max(found[who], until)
    return dict(found)
