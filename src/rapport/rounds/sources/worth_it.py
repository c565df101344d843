"""Worth it: known for long, trusted, and little time spent."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.news import news_of
from rapport.rounds.suggestion import Suggestion, Telling
from rapport.ties.models import Role, Touch
from rapport.ties.wording import rhythm

OLD = 730  # days since it began
SILENT = 270
FEW = 12  # days in touch
TRUSTED = ("expert", "supporter", "friend")
MOST = 8


def find(desk: Desk) -> Iterator[Candidate]:
    began = np.fmin(desk.table["first_day"], desk.table["began_day"])
    is_quiet = (desk.day - desk.table["last_touch"] >= SILENT) | np.isnan(desk.table["last_touch"])
    is_old = (desk.day - began >= OLD) & (desk.contact_days <= FEW) & is_quiet
    able = {int(desk.ids[at]): int(at) for at in np.flatnonzero(is_old)}
    marks = _marks(desk, able)
    best = sorted(able, key=lambda who: (-marks.get(who, 0.0), -desk.contact_days[able[who]], desk.number(who)))
    for who in best[:MOST]:
        trust, time = marks.get(who, 0.0), float(desk.contact_days[able[who]]) / FEW
        if trust or time:
            yield Candidate(
                key=f"worth_it:{desk.number(who)}",
                kind="worth_it",
                people=(who,),
                slot=Slot.WORTH_IT,
                lane="worth_it",
                worth=min(0.8, 0.25 + 0.15 * trust + 0.2 * time),
                minutes=3,
                order=("", desk.number(who)),
            )


def _marks(desk: Desk, able: dict[int, int]) -> dict[int, float]:
    """Signs of trust: a written recommendation counts 2, a vouch 1, a trusted role or "matters" 1."""
    marks: dict[int, float] = dict.fromkeys((who for who, at in able.items() if desk.table["matters"][at] == 1), 1.0)
    vouched = Touch.objects.filter(
        interaction__book=desk.book, interaction__kind__in=("endorsement", "recommendation"), direction="in"
    )
    for who, kind in vouched.values_list("person_id", "interaction__kind").distinct():
        if who in able:
            marks[who] = marks.get(who, 0.0) + (2.0 if kind == "recommendation" else 1.0)
    roles = Role.objects.filter(book=desk.book, name__in=TRUSTED, ended_on=None)
    for who in roles.values_list("person_id", flat=True).distinct():
        if who in able:
            marks[who] = marks.get(who, 0.0) + 1.0
    return marks


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


WORTH_IT = Suggestion("worth_it", gettext_lazy("Worth it"), find, tell, rank=25)
