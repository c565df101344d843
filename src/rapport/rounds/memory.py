"""The peace memory of a book, read from what was shown, answered and said."""

from collections import defaultdict
from collections.abc import Sequence

from rapport.rounds.desk import Desk
from rapport.rounds.models import Answer, Shown
from rapport.rounds.peace import AGAIN_AFTER, TRIES, Memory
from rapport.ties.models import Rest

LOOKS_BACK = 400  # days of answers; a "not this" older than that may be asked again


def memory_of(desk: Desk) -> Memory:
    """What keeps people from being suggested on this day."""
    recent = Shown.objects.filter(book=desk.book, day__gt=desk.day - AGAIN_AFTER, day__lte=desk.day).order_by("day")
    shown = list(recent.exclude(person=None).values_list("person_id", "day", "kind"))
    kept = recent.filter(person=None, day=desk.day).values_list("subject", flat=True)
    answers = list(
        Answer.objects.filter(book=desk.book, day__gt=desk.day - LOOKS_BACK, day__lte=desk.day).values_list(
            "person_id", "other_id", "subject", "answer", "day", "until"
        )
    )
    unanswered = desk.table["unanswered"]
    tries = {int(desk.ids[at]): int(unanswered[at]) for at in (unanswered >= TRIES).nonzero()[0]}
    rests = Rest.objects.filter(person__book=desk.book).values_list("person_id", "until")
    return Memory(
        shown={who: day for who, day, _ in shown},
        kept=frozenset(kept),
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


def _asleep(answers: Sequence[tuple[int | None, int | None, str, str, int, int | None]], today: int) -> dict[int, int]:
    found: defaultdict[int, int] = defaultdict(int)
    for first, second, _, said, _, until in answers:
        for who in (first, second):
            if who is not None and said == "later" and until is not None and until > today:
                found[who] = max(found[who], until)
    return dict(found)
