"""Get back: silent for a while, and likely to be got back to; or due by the owner's own wish."""

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
from rapport.ties.odds import GET_BACK, probabilities
from rapport.ties.wording import month, rhythm, silent_for

SILENT = 14  # days
HORIZON = 28
MOST = 16


def find(desk: Desk) -> Iterator[Candidate]:
    days, silence = desk.contact_days, desk.silence
    able = np.flatnonzero((days >= 2) & (silence >= SILENT))
    chance = probabilities(GET_BACK.many_log_odds(silence[able], days[able], HORIZON))
    best = np.argsort(-chance, kind="stable")[:MOST]
    chances = dict(zip(able[best].tolist(), chance[best].tolist(), strict=True))
    due = np.flatnonzero(desk.table["last_touch"] + desk.table["cadence"] <= desk.day)
    for at in {**chances, **dict.fromkeys(due.tolist())}:
        who = int(desk.ids[at])
        yield Candidate(
            key=f"get_back:{desk.number(who)}",
            kind="get_back",
            people=(who,),
            slot=Slot.GET_BACK,
            lane="likely",
            worth=chances.get(at) or 0.3,
            minutes=3,
            is_due=at in set(due.tolist()),
            order=("", desk.number(who)),
        )


def tell(desk: Desk, chosen: Candidate) -> Telling:
    who = chosen.people[0]
    person, days = desk.person(who), desk.days_in_touch[who]
    news = news_of(desk, who)
    reason = rhythm(days, desk.day) or _("You wanted to be in touch.")
    cadence = desk.value("cadence", who)
    if chosen.is_due and cadence:
        reason = _("You wanted to be in touch every %(span)s. %(rhythm)s") % {
            "span": silent_for(cadence),
            "rhythm": reason,
        }
    reason = f"{reason}; {news.said}" if news else reason
    return Telling(
        act=_("Catch up with %(name)s") % {"name": person.name},
        reason=f"{reason.rstrip('.')}.",
        opener=_opener(desk, who, chosen.key),
        subject=news.what[:80] if news else _("How are you?"),
        why=_why(desk, who, chosen.worth, days),
        icon="revive",
    )


def _opener(desk: Desk, who: int, key: str) -> str:
    news, name = news_of(desk, who), called(desk.person(who).name)
    if news:
        return news.opener(name)
    last = desk.value("last_day", who)
    since = month(last, desk.day) if last else ""
    topics = desk.open_interests[who]
    choices = (
        _("Hello %(name)s, it has been since %(since)s. How are you, and what keeps you busy?"),
        _("%(name)s, you came to mind this morning. How have you been since %(since)s?"),
    )
    if topics:
        choices = (_("Hello %(name)s, I thought of you and %(topic)s this morning. How are you?"), *choices[:1])
    return one_of(choices, key) % {"name": name, "since": since, "topic": topics[0] if topics else ""}


def _why(desk: Desk, who: int, chance: float, days: list[int]) -> tuple[tuple[str, str], ...]:
    last = date.fromordinal(days[-1]).isoformat() if days else _("never")
    return (
        (_("Days in touch"), str(len(days))),
        (_("Last in touch"), last),
        (_("Chance that you get back to them within four weeks, before learning from you"), f"{chance:.0%}"),
    )


CATCH_UP = Suggestion("get_back", gettext_lazy("Catch up"), find, tell, rank=10)
