"""Slipping: a strong tie that is about to lapse."""

from collections.abc import Iterator

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.news import news_of
from rapport.rounds.suggestion import Suggestion, Telling
from rapport.ties.odds import LAPSE, probabilities
from rapport.ties.wording import habit, silent_for

SILENT, GONE = 10, 75  # days: before, nothing slips; after, it is a matter of getting back
HORIZON = 28
MOST = 8


def find(desk: Desk) -> Iterator[Candidate]:
    days, silence = desk.contact_days, desk.silence
    able = np.flatnonzero((days >= 4) & (silence >= SILENT) & (silence <= GONE))
    loss = desk.strength[able] * probabilities(LAPSE.many_log_odds(silence[able], days[able], HORIZON))
    for place in np.argsort(-loss, kind="stable")[:MOST]:
        who = int(desk.ids[able[place]])
        yield desk.about(who, "slipping", slot=Slot.SLIPPING, worth=float(loss[place] / (1 + loss[place])), minutes=3)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    who = chosen.people[0]
    person, days = desk.person(who), desk.days_in_touch[who]
    silent = desk.day - days[-1] if days else 0
    news = news_of(desk, who)
    reason = _("%(habit)s, now %(silent)s of silence") % {"habit": habit(days), "silent": silent_for(silent)}
    choices = (
        _("Hello %(name)s, just a word to keep the thread. What is new with you?"),
        _("%(name)s, shall we find half an hour this week or next?"),
    )
    name = called(person.name)
    opener = news.opener(name) if news else one_of(choices, chosen.key) % {"name": name}
    return Telling(
        act=_("Keep up with %(name)s") % {"name": person.name},
        reason=f"{reason}; {news.said}." if news else f"{reason}.",
        opener=opener,
        subject=news.what[:80] if news else _("A quick word"),
        why=((_("Days in touch"), str(len(days))), (_("Days of silence"), str(silent))),
        icon="revive",
    )


KEEP_UP = Suggestion("slipping", gettext_lazy("Keep up"), find, tell, rank=20)
