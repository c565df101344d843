"""Get back: silent for a while, and likely to be got back to; or due by the owner's own wish."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.news import news, news_of
from rapport.rounds.suggestion import Suggestion, Telling
from rapport.ties.cadence import Cadence, is_due, is_over
from rapport.ties.odds import GET_BACK, probabilities
from rapport.ties.showing.rhythms import every, span
from rapport.ties.wording import is_this_month, month, rhythm, silent_for

SILENT = 14  # days
HORIZON = 28
MOST = 16
WISHED, OVERDUE = 0.3, 0.6  # what somebody is worth whom the owner's own wish brings up, chances or not
OCCASION = 1.0  # log-odds that something new with them adds: there is a reason to write


def find(desk: Desk) -> Iterator[Candidate]:
    days, silence = desk.contact_days, desk.silence
    able = np.flatnonzero((days >= 2) & (silence >= SILENT))
    odds = GET_BACK.many_log_odds(silence[able], days[able], HORIZON)
    chance = probabilities(odds + OCCASION * np.isin(desk.ids[able], list(news(desk))))
    best = np.argsort(-chance, kind="stable")[:MOST]
    chances = dict(zip(able[best].tolist(), chance[best].tolist(), strict=True))
    due, over = is_due(desk.table, desk.day), is_over(desk.table, desk.day)
    for at in {**chances, **dict.fromkeys(np.flatnonzero(due).tolist())}:
        who = int(desk.ids[at])
        yield desk.about(
            who,
            "get_back",
            slot=Slot.GET_BACK,
            worth=max(chances.get(at) or WISHED, OVERDUE if over[at] else 0),
            minutes=3,
            is_due=bool(due[at]),
        )


def tell(desk: Desk, chosen: Candidate) -> Telling:
    who = chosen.people[0]
    person, days = desk.person(who), desk.days_in_touch[who]
    new = news_of(desk, who)
    reason = rhythm(days, desk.day) or _("You wanted to be in touch.")
    if chosen.is_due:
        reason = f"{_wished(desk, who)} {reason}"
    reason = f"{reason}; {new.said}" if new else reason
    return Telling(
        act=_("Catch up with %(name)s") % {"name": person.name},
        reason=f"{reason.rstrip('.')}.",
        opener=_opener(desk, who, chosen.key),
        subject=new.what[:80] if new else _("How are you?"),
        why=_why(desk, days),
        icon="revive",
    )


def _wished(desk: Desk, who: int) -> str:
    days, most, last = (desk.value(column, who) or 0 for column in ("cadence", "cadence_most", "last_touch"))
    if most and Cadence(days, most).is_over(last, desk.day):
        said = {"span": span(most), "time": silent_for(desk.day - last)}
        return _("You wanted to be %(span)s apart at most, and it has been %(time)s.") % said
    return _("You wanted to be in touch %(every)s.") % {"every": every(days)}


def _opener(desk: Desk, who: int, key: str) -> str:
    new, name = news_of(desk, who), called(desk.person(who).name)
    if new:
        return new.opener(name)
    last = desk.value("last_day", who)
    since = month(last, desk.day) if last else ""
    topics = desk.open_interests[who]
    choices = (
        _("Hello %(name)s, it has been since %(since)s. How are you, and what keeps you busy?"),
        _("%(name)s, you came to mind this morning. How have you been since %(since)s?"),
    )
    if not last or is_this_month(last, desk.day):
        choices = (
            _("Hello %(name)s, how are you, and what keeps you busy at the moment?"),
            _("%(name)s, you came to mind this morning. How have you been?"),
        )
    if topics:
        choices = (
            _("Hello %(name)s, what is new with you and %(topic)s? It would be good to hear from you."),
            *choices[:1],
        )
    return one_of(choices, key) % {"name": name, "since": since, "topic": topics[0] if topics else ""}


def _why(desk: Desk, days: list[int]) -> tuple[tuple[str, str], ...]:
    if not days:
        return ((_("Days in touch"), "0"),)
    return (
        (_("Days in touch"), str(len(days))),
        (_("Last in touch"), date.fromordinal(days[-1]).isoformat()),
        (_("Days of silence"), str(desk.day - days[-1])),
    )


CATCH_UP = Suggestion("get_back", gettext_lazy("Catch up"), find, tell, rank=10)
