"""Somebody the owner said matters, and has not been in touch with through this book."""

from collections.abc import Iterator

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

MOST = 10


def find(desk: Desk) -> Iterator[Candidate]:
    for at in np.flatnonzero((desk.table["matters"] == 1) & (desk.contact_days < 2))[:MOST]:
        who = int(desk.ids[at])
        yield desk.about(who, "chosen_few", slot=Slot.GET_BACK, worth=0.5, minutes=3)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    person = desk.person(chosen.people[0])
    choices = (
        _("Hello %(name)s, how are you these days?"),
        _("%(name)s, it is time we spoke again. When would suit you?"),
    )
    return Telling(
        act=_("Turn to %(name)s") % {"name": person.name},
        reason=_("You said they matter to you, and this book knows of no word between you yet."),
        opener=one_of(choices, chosen.key) % {"name": called(person.name)},
        subject=_("How are you?"),
        icon="revive",
    )


CHOSEN_FEW = Suggestion("chosen_few", gettext_lazy("Who matters to you"), find, tell, rank=40)
