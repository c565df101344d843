"""Say hello: connected, lately above all, and never written to."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.wording import ago
from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

LATELY = 365
FRESH = 21  # days in which a greeting is at its best
MOST = 12


def find(desk: Desk) -> Iterator[Candidate]:
    age = desk.day - desk.table["began_day"]
    able = np.flatnonzero((age >= 0) & (desk.contact_days == 0))
    for at in able[np.argsort(age[able], kind="stable")][:MOST]:
        who, days = int(desk.ids[at]), int(age[at])
        worth = 0.7 if days <= FRESH else 0.25 if days <= LATELY else 0.2
        yield desk.about(who, "hello", slot=Slot.OPEN, worth=worth / (1 + days / (4 * LATELY)), minutes=2)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    who = chosen.people[0]
    person = desk.person(who)
    began = desk.value("began_day", who) or desk.day
    when = ago(date.fromordinal(began), desk.today)
    # A list of connections alone says nothing of what was written.
    known = _("Connected %(when)s, never written to") if desk.contact_days.any() else _("Connected %(when)s")
    reason = f"{known % {'when': when}}."
    if person.headline:
        reason = _("%(reason)s %(headline)s.") % {"reason": reason, "headline": person.headline}
    return Telling(
        act=_("Say hello to %(name)s") % {"name": person.name},
        reason=reason,
        opener=one_of(_openers(desk.day - began), chosen.key) % {"name": called(person.name), "when": when},
        subject=_("Hello"),
        why=((_("Connected"), date.fromordinal(began).isoformat()), (_("Days in touch"), "0")),
        icon="greet",
    )


def _openers(days: int) -> tuple[str, ...]:
    """Nobody is thanked for a connection of years ago."""
    late = _("Hello %(name)s, we connected %(when)s and I have not said hello yet. How are things with you?")
    if days > LATELY:
        return (late,)
    return (
        _("Good to be connected, %(name)s. What are you working on at the moment?"),
        late,
        _("Thank you for connecting, %(name)s. What brought you my way?"),
    )


HELLO = Suggestion("hello", gettext_lazy("Say hello"), find, tell, rank=30)
