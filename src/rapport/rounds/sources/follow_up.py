"""Follow up on somebody just met, for whom the owner set no day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago
from rapport.ledger.models import Promise
from rapport.people.models import Met
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.just_met import first_words, with_what_is_known
from rapport.rounds.suggestion import Suggestion, Telling

LATELY = timedelta(days=14)
MOST = 15


def asks(desk: Desk) -> tuple[Query]:
    days = {"since": (desk.today - LATELY).isoformat(), "until": desk.today.isoformat()}
    return (_met.of(book=desk.book.pk, **days),)


def find(desk: Desk) -> Iterator[Candidate]:
    (lately,) = asks(desk)
    quiet = [met for met in lately.rows() if _is_quiet(desk, met.person_id)]
    for met in quiet[:MOST]:
        key = desk.key("follow_up", met.person_id)
        if key in desk.kept:
            continue
        age = (desk.today - _on(met)).days
        yield desk.about(met.person_id, "follow_up", slot=Slot.OPEN, worth=0.8 - age / 40, minutes=2, kept=met)


@prepared(numbers=("book",), words=("since", "until"))
def _met(book: int, since: str, until: str) -> Any:
    planned = Promise.objects.filter(book=book, state="open", is_follow_up=True).values("person")
    rows = Met.objects.shown().filter(book=book, precision="day", on__gte=since, on__lte=until)
    return rows.exclude(person__in=planned).order_by("-on", "pk")


def _is_quiet(desk: Desk, who: int) -> bool:
    """Hardly a day in touch: an old acquaintance needs no following up."""
    return who in desk.place and bool(desk.contact_days[desk.place[who]] <= 1)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    met: Met = desk.kept[chosen.key]
    person, when = desk.person(chosen.people[0]), ago(_on(met), desk.today)
    how = met.how.strip().rstrip(".")[:160]
    reason = _("%(how)s, %(when)s. Not written since.") if how else _("You met %(when)s. Not written since.")
    reason = reason % {"when": when, "how": how[:1].upper() + how[1:]}
    return Telling(
        act=_("Follow up with %(name)s") % {"name": person.name},
        reason=with_what_is_known(desk, person, reason),
        opener=first_words(desk, person, when, chosen.key),
        subject=_("Good to have met you"),
        why=((_("Met"), met.on),),
        icon="meet",
    )


def _on(met: Met) -> date:
    return date.fromisoformat(met.on)


FOLLOW_UP = Suggestion("follow_up", gettext_lazy("Follow up"), find, tell, rank=5, asks=asks)
