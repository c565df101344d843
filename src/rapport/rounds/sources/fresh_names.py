"""A name in the book with a way to reach it and no word yet: forty cards from a phone are people, not data."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import prepared
from rapport.people.calling import called, one_of
from rapport.people.models import Identity, Note
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.lots import lots
from rapport.rounds.suggestion import Suggestion, Telling

REACHED_BY = ("email", "phone")
FEW = 20  # people with a history: then the book knows enough by itself
MOST = 6


def find(desk: Desk) -> Iterator[Candidate]:
    """Only while hardly anybody in the book has a history; those with a note first, then by the day's lot."""
    if np.count_nonzero(desk.contact_days >= 2) >= FEW:
        return
    reachable = np.isin(desk.ids, [who for (who,) in _reached.rows(book=desk.book.pk)])
    silent = np.flatnonzero((desk.contact_days == 0) & np.isnan(desk.table["began_day"]) & reachable)
    noted = {who for (who,) in _noted.rows(book=desk.book.pk)}
    plain = ~np.isin(desk.ids[silent], list(noted))
    for at in silent[np.lexsort((lots(desk, silent), plain))][:MOST]:
        who = int(desk.ids[at])
        yield desk.about(who, "fresh_names", slot=Slot.OPEN, worth=0.35 if who in noted else 0.25, minutes=2)


@prepared(numbers=("book",))
def _reached(book: int) -> Any:
    return Identity.objects.shown().filter(book=book, platform__in=REACHED_BY).values_list("person_id")


@prepared(numbers=("book",))
def _noted(book: int) -> Any:
    return Note.objects.shown().filter(book=book).values_list("person_id").distinct()


def tell(desk: Desk, chosen: Candidate) -> Telling:
    who = chosen.people[0]
    person = desk.person(who)
    note = Note.objects.shown().filter(person=who).order_by("-pk").first()
    choices = (
        _("Hello %(name)s, I was going through my address book and stopped at your name. How are you?"),
        _("%(name)s, it has been a while. What are you up to?"),
    )
    reason = _("In your address book, and no word between you known here yet.")
    if note:
        reason = _("No word between you known here yet. You noted: %(note)s") % {"note": note.text.strip()[:120]}
    return Telling(
        act=_("Say hello to %(name)s") % {"name": person.name},
        reason=reason,
        opener=one_of(choices, chosen.key) % {"name": called(person.name)},
        subject=_("Hello"),
        icon="greet",
    )


FRESH_NAMES = Suggestion("fresh_names", gettext_lazy("Say hello"), find, tell, rank=45)
