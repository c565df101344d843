"""Worth it: known for long, trusted, and little time spent."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from numpy.typing import NDArray

from rapport.kit.prepared import Query, prepared
from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk, Floats
from rapport.rounds.news import news_of
from rapport.rounds.suggestion import Suggestion, Telling
from rapport.ties.models import Role, Touch
from rapport.ties.wording import rhythm

OLD = 730  # days since it began
SILENT = 270
FEW = 12  # days in touch
TRUSTED = ("expert", "supporter", "friend")
MOST = 8
# The words stand in the query itself, as in the index that holds these few of all interactions.
_IS_VOUCH = RawSQL("ties_interaction.kind in ('endorsement', 'recommendation')", (), output_field=BooleanField())


def asks(desk: Desk) -> tuple[Query, Query]:
    return _vouched.of(book=desk.book.pk), _trusted.of(book=desk.book.pk)


def find(desk: Desk) -> Iterator[Candidate]:
    began = np.fmin(desk.table["first_day"], desk.table["began_day"])
    is_quiet = (desk.day - desk.table["last_touch"] >= SILENT) | np.isnan(desk.table["last_touch"])
    is_old = (desk.day - began >= OLD) & (desk.contact_days <= FEW) & is_quiet
    able = np.flatnonzero(is_old)
    marks = _marks(desk, able)
    days = desk.contact_days[able]
    for best in np.lexsort((desk.table["number"][able], -days, -marks))[:MOST]:
        who, trust, time = int(desk.ids[able[best]]), float(marks[best]), float(days[best]) / FEW
        if trust or time:
            yield desk.about(
                who,
                "worth_it",
                slot=Slot.WORTH_IT,
                lane="worth_it",
                worth=min(0.8, 0.25 + 0.15 * trust + 0.2 * time),
                minutes=3,
            )


def _marks(desk: Desk, able: NDArray[np.int64]) -> Floats:
    """Signs of trust of these places: a written recommendation counts 2, a vouch 1, a trusted role or "matters" 1."""
    marks = (desk.table["matters"] == 1).astype(np.float64)
    vouched, trusted = (question.rows() for question in asks(desk))
    weights = [(who, 2.0 if kind == "recommendation" else 1.0) for who, kind in vouched]
    for who, weight in [*weights, *((who, 1.0) for (who,) in trusted)]:
        if who in desk.place:
            marks[desk.place[who]] += weight
    found: Floats = marks[able]
    return found


@prepared(numbers=("book",))
def _vouched(book: int) -> Any:
    rows = Touch.objects.filter(_IS_VOUCH, interaction__book=book, direction="in")
    return rows.values_list("person_id", "interaction__kind").distinct()


@prepared(numbers=("book",))
def _trusted(book: int) -> Any:
    return Role.objects.filter(book=book, name__in=TRUSTED, ended_on=None).values_list("person_id").distinct()


def tell(desk: Desk, chosen: Candidate) -> Telling:
    who = chosen.people[0]
    person, days, news = desk.person(who), desk.days_in_touch[who], news_of(desk, who)
    start = min(day for day in (desk.value("first_day", who), desk.value("began_day", who)) if day is not None)
    year = date.fromordinal(start).year
    reason = _("Known since %(year)s. %(rhythm)s") % {"year": year, "rhythm": rhythm(days, desk.day)}
    topics = desk.open_interests[who]
    choices: tuple[str, ...] = (
        _("%(name)s, we have known each other since %(year)s and spoken too little. How are you?"),
        _("Hello %(name)s, I would value your view again. Have you half an hour one of these days?"),
    )
    if topics:
        choices = (*choices, _("Hello %(name)s, are you still fond of %(topic)s? I thought of you."))
    words = {"name": called(person.name), "year": year, "topic": topics[0] if topics else ""}
    opener = news.opener(called(person.name)) if news else one_of(choices, chosen.key) % words
    return Telling(
        act=_("Turn to %(name)s again") % {"name": person.name},
        reason=f"{reason.strip().rstrip('.')}; {news.said}." if news else f"{reason.strip().rstrip('.')}.",
        opener=opener,
        subject=news.what[:80] if news else _("It has been a while"),
        why=((_("Known since"), str(year)), (_("Days in touch"), str(len(days)))),
        icon="revive",
    )


WORTH_IT = Suggestion("worth_it", gettext_lazy("Worth it"), find, tell, rank=25, asks=asks)
