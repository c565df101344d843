"""Promised: what the owner promised and is due; and what was promised to the owner and is overdue."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago, weekday
from rapport.ledger.models import Promise
from rapport.people.calling import called
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.promising import reopen, settle
from rapport.rounds.suggestion import Suggestion, Telling

AHEAD = timedelta(days=3)
OPEN_ENDED = timedelta(days=14)  # a promise without a day is asked after this long
PATIENCE = timedelta(days=7)  # with what others promised


def asks(desk: Desk) -> tuple[Query]:
    today = desk.today
    days = {"ahead": today + AHEAD, "open_ended": today - OPEN_ENDED, "overdue": today - PATIENCE}
    return (_due_by.of(book=desk.book.pk, **days),)


def find(desk: Desk) -> Iterator[Candidate]:
    (due,) = asks(desk)
    for promise in due.rows():
        if promise.person_id in desk.place:
            left = (promise.due_on - desk.today).days if promise.due_on else 3
            is_mine = promise.way == "mine"
            yield desk.about(
                promise.person_id,
                "promised",
                slot=Slot.OWED if is_mine else Slot.OPEN,
                worth=min(0.99, 0.9 - left / 50) if is_mine else 0.35,
                minutes=5 if is_mine else 2,
                subject=promise.number,
                kept=promise,
            )


@prepared(numbers=("book",), days=("ahead", "open_ended", "overdue"))
def _due_by(book: int, ahead: date, open_ended: date, overdue: date) -> Any:
    mine = Q(way="mine") & (Q(due_on__lte=ahead) | Q(due_on=None, made_on__lte=open_ended))
    theirs = Q(way="theirs", due_on__lte=overdue)
    rows = Promise.objects.filter(mine | theirs, book=book, state="open", is_follow_up=False)
    return rows.order_by(F("due_on").asc(nulls_first=True), "number")


def tell(desk: Desk, chosen: Candidate) -> Telling:
    promise: Promise = desk.kept[chosen.key]
    person = desk.person(chosen.people[0])
    words = {"name": called(person.name), "what": promise.what.rstrip(".")}
    is_mine = promise.way == "mine"
    reason = _("You promised %(when)s: %(what)s") if is_mine else _("Promised to you %(when)s: %(what)s")
    made = reason % {"when": ago(promise.made_on, desk.today), "what": words["what"]}
    return Telling(
        act=(_("Keep your promise to %(name)s") if is_mine else _("Ask after it with %(name)s"))
        % {"name": person.name},
        reason=f"{made}{_due(desk, promise)}.",
        opener=(
            _("Hello %(name)s, here is what I promised you.")
            if is_mine
            else _("Hello %(name)s, is there news of what you wanted to send me?")
        )
        % words,
        subject=words["what"][:80],
        why=((_("Due"), promise.due_on.isoformat() if promise.due_on else _("no day was set")),),
        icon="promise",
    )


def _due(desk: Desk, promise: Promise) -> str:
    if promise.due_on is None:
        return ""
    if promise.due_on < desk.today:
        return _(", due %(when)s") % {"when": ago(promise.due_on, desk.today)}
    if promise.due_on == desk.today:
        return _(", due today")
    return _(", by %(day)s") % {"day": weekday(promise.due_on)}


PROMISED = Suggestion(
    "promised",
    gettext_lazy("Promised"),
    find,
    tell,
    rank=2,
    answers=("wrote", "called", "met", "done"),
    settle=settle,
    reopen=reopen,
    asks=asks,
)
