"""The unexpected one: somebody outside plan and habit, by the day's lot."""

from collections.abc import Iterator

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.lots import lots
from rapport.rounds.suggestion import Suggestion, Telling
from rapport.ties.wording import rhythm

QUIET = 60  # days
MOST = 60  # many of them are in the plan of the day


def find(desk: Desk) -> Iterator[Candidate]:
    since = np.fmax(np.nan_to_num(desk.table["last_touch"]), np.nan_to_num(desk.table["began_day"]))
    able = np.flatnonzero((since > 0) & (desk.day - since >= QUIET))
    for at in able[np.argsort(lots(desk, able), kind="stable")][:MOST]:
        who = int(desk.ids[at])
        yield desk.about(who, "unexpected", slot=Slot.ASIDE, lane="worth_it", worth=0.2, minutes=3)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    who = chosen.people[0]
    person, days = desk.person(who), desk.days_in_touch[who]
    known = rhythm(days, desk.day) or _silence(desk)
    choices = (
        _("Hello %(name)s, no reason at all, only that I thought of you. How are you?"),
        _("%(name)s, you came to mind today. What are you up to?"),
    )
    return Telling(
        act=_("Somebody you had not planned: %(name)s") % {"name": person.name},
        reason=_("%(known)s. Outside plan and habit.") % {"known": known.rstrip(".")},
        opener=one_of(choices, chosen.key) % {"name": called(person.name)},
        subject=_("Hello"),
        why=((_("Chosen by"), _("the day's lot")),),
        icon="star",
    )


def _silence(desk: Desk) -> str:
    """A book that holds no word with anybody cannot tell who was written to."""
    return _("Connected, and hardly a word since") if desk.contact_days.any() else _("Connected a while ago")


UNEXPECTED = Suggestion("unexpected", gettext_lazy("The unexpected one"), find, tell, rank=60)
