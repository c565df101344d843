"""Follow up on somebody just met, on the day that the owner set."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago
from rapport.ledger.models import Promise
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.just_met import first_words, with_what_is_known
from rapport.rounds.promising import reopen, settle
from rapport.rounds.suggestion import Suggestion, Telling

NEVER_TOO_LATE = 0.6


def asks(desk: Desk) -> tuple[Query]:
    return (_due.of(book=desk.book.pk, today=desk.today),)


def find(desk: Desk) -> Iterator[Candidate]:
    """The day after the evening it is worth more than a month later."""
    (due,) = asks(desk)
    for planned in due.rows():
        if planned.person_id in desk.place:
            worth = max(NEVER_TOO_LATE, 0.9 - (desk.today - planned.due_on).days / 50)
            yield desk.about(
                planned.person_id,
                "planned",
                slot=Slot.OWED,
                worth=worth,
                minutes=2,
                subject=planned.number,
                kept=planned,
            )


@prepared(numbers=("book",), days=("today",))
def _due(book: int, today: date) -> Any:
    rows = Promise.objects.filter(book=book, state="open", is_follow_up=True, due_on__lte=today)
    return rows.order_by("due_on", "number")


def tell(desk: Desk, chosen: Candidate) -> Telling:
    planned: Promise = desk.kept[chosen.key]
    person, when = desk.person(chosen.people[0]), ago(planned.made_on, desk.today)
    reason = _("You met %(when)s. %(what)s.") % {"when": when, "what": planned.what.rstrip(".")}
    return Telling(
        act=_("Follow up with %(name)s") % {"name": person.name},
        reason=with_what_is_known(desk, person, reason),
        opener=first_words(desk, person, when, chosen.key),
        subject=_("Good to have met you"),
        why=((_("Met"), planned.made_on.isoformat()), (_("To follow up"), str(planned.due_on))),
        icon="meet",
    )


PLANNED = Suggestion(
    "planned",
    gettext_lazy("Follow up"),
    find,
    tell,
    rank=3,
    answers=("wrote", "called", "met", "done"),
    settle=settle,
    reopen=reopen,
    asks=asks,
)
