"""Introduce: two who share something rare and do not know each other; and the next step of one under way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.introductions.evidence import confided_by, evidence
from rapport.introductions.ideas import holders_query, ideas
from rapport.introductions.models import Introduction
from rapport.kit.prepared import Query, prepared
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

MOST = 3
YOUR_TURN = ("first_agreed", "agreed")
OUTCOME_AFTER, OUTCOME_UNTIL = timedelta(days=30), timedelta(days=120)
YOUR_TURN_IS_WORTH = 0.75
OUTCOME_IS_WORTH = 0.24  # in its one minute more than an idea in three, which there always is; less than a turn waiting


def asks(desk: Desk) -> tuple[Query, Query]:
    """The owner's turn, or made some time ago without a word of what came of it; and who shares what."""
    end = desk.end_of_day
    begun = _begun.of(book=desk.book.pk, since=end - OUTCOME_UNTIL, until=end - OUTCOME_AFTER)
    return begun, holders_query(desk.book)


def find(desk: Desk) -> Iterator[Candidate]:
    under_way, _shared = asks(desk)
    for begun in under_way.rows():
        if begun.first_id in desk.place and begun.second_id in desk.place:
            worth, minutes = (YOUR_TURN_IS_WORTH, 3) if begun.state != "made" else (OUTCOME_IS_WORTH, 1)
            yield _candidate(desk, begun.first_id, begun.second_id, begun, worth, minutes)
    found = ideas(desk.book, day=desk.day, limit=MOST, people=len(desk.ids), strength_of=desk.strength_of)
    confided = confided_by([who for idea in found for who in (idea.first, idea.second)])
    for idea in found:
        if idea.first in desk.place and idea.second in desk.place:
            made = _candidate(desk, idea.first, idea.second, idea, 0.4 + 0.3 * min(1.0, idea.score))
            told = [who for who in made.people if (who, idea.topics[0]) in confided]
            # Who told it in confidence is asked first, and named first.
            yield replace(made, people=made.people[::-1]) if told == [idea.second] else made


@prepared(numbers=("book",), moments=("since", "until"))
def _begun(book: int, since: datetime, until: datetime) -> Any:
    made = Q(state="made", outcome="", moved_at__gt=since, moved_at__lte=until)
    return Introduction.objects.filter(Q(state__in=YOUR_TURN) | made, book=book).order_by("moved_at", "number")


def _candidate(desk: Desk, first: int, second: int, found: object, worth: float, minutes: int = 3) -> Candidate:
    key = f"introduce:{desk.number(first)}:{desk.number(second)}"
    desk.kept[key] = found
    return Candidate(
        key=key,
        kind="introduce",
        people=(first, second),
        slot=Slot.TOGETHER,
        lane="worth_it",
        worth=worth,
        minutes=minutes,
        order=("", desk.number(first)),
    )


def tell(desk: Desk, chosen: Candidate) -> Telling:
    found = desk.kept[chosen.key]
    one, other = (desk.person(who) for who in chosen.people)
    words = {"one": one.name, "other": other.name}
    if isinstance(found, Introduction):
        act, reason = _NEXT[found.state]()
        return Telling(act=act % words, reason=reason % words, href=found.path, icon="introduce")
    topic = found.topics[0]
    told = evidence([one, other], topic, desk.today)
    seen = [_("%(name)s: %(where)s") % {"name": who.name, "where": told[who.pk][0]} for who in (one, other)]
    reason = _("Both care for %(topic)s, and they seem never to have met. %(seen)s.")
    return Telling(
        act=_("Introduce %(one)s and %(other)s") % words,
        reason=reason % {"topic": topic, "seen": "; ".join(seen)},
        why=tuple((who.name, "; ".join(told[who.pk])) for who in (one, other)),
        href=f"/introductions/{one.number}/and/{other.number}/?topic={quote(topic)}",
        icon="introduce",
    )


_NEXT = {
    "first_agreed": lambda: (_("Ask %(other)s"), _("%(one)s would like to meet %(other)s. Now it is their turn.")),
    "agreed": lambda: (_("Bring %(one)s and %(other)s together"), _("Both would like it.")),
    "made": lambda: (
        _("Ask what came of it"),
        _("You brought %(one)s and %(other)s together a while ago. What came of it?"),
    ),
}
INTRODUCE = Suggestion("introduce", gettext_lazy("Introduce"), find, tell, rank=22, answers=(), people=2, asks=asks)
