"""Which of these matter to you? Asked while the book knows names and hardly anything else."""

from collections.abc import Iterator

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

ENOUGH = 5  # people with a history: then the book knows by itself
LEAST = 5  # people in the book


def find(desk: Desk) -> Iterator[Candidate]:
    is_new = len(desk.ids) >= LEAST and np.count_nonzero(desk.contact_days >= 2) < ENOUGH
    if is_new and not np.any(desk.table["matters"] == 1):
        yield Candidate(key="matters", kind="matters", people=(), slot=Slot.OPEN, lane="worth_it", worth=0.5, minutes=2)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    return Telling(
        act=_("Which five of these matter most to you?"),
        reason=_("Your book knows their names and little else. Five names, and tomorrow's list is better."),
        href="/matters/",
        icon="star",
    )


MATTERS = Suggestion("matters", gettext_lazy("Who matters"), find, tell, rank=50, answers=(), people=0)
