"""Thank: somebody did the owner a favour that was not thanked for yet."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago
from rapport.ledger.models import Favour
from rapport.people.calling import called, one_of
from rapport.people.models import Book
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

OWED_FOR = timedelta(days=90)


def asks(desk: Desk) -> tuple[Query]:
    return (_owed.of(book=desk.book.pk, since=desk.today - OWED_FOR, until=desk.today),)


def find(desk: Desk) -> Iterator[Candidate]:
    (owed,) = asks(desk)
    for favour in owed.rows():
        if favour.person_id in desk.place:
            age = (desk.today - favour.done_on).days
            yield desk.about(
                favour.person_id,
                "thank",
                slot=Slot.OWED,
                worth=max(0.5, 0.98 - age / 200) * (1 + favour.size / 100) / 1.03,
                minutes=2,
                subject=favour.number,
                kept=favour,
            )


@prepared(numbers=("book",), days=("since", "until"))
def _owed(book: int, since: date, until: date) -> Any:
    rows = Favour.objects.filter(book=book, way="theirs", thanked_on=None, done_on__gt=since, done_on__lte=until)
    return rows.order_by("done_on", "number")


def tell(desk: Desk, chosen: Candidate) -> Telling:
    favour: Favour = desk.kept[chosen.key]
    person = desk.person(chosen.people[0])
    when = ago(favour.done_on, desk.today)
    choices = (
        _("Thank you, %(name)s. What you did %(when)s helped me more than you may think."),
        _("%(name)s, I have not thanked you properly yet for what you did %(when)s. Thank you."),
    )
    return Telling(
        act=_("Thank %(name)s") % {"name": person.name},
        reason=_("%(what)s, %(when)s. Not yet thanked.") % {"what": favour.what.rstrip("."), "when": when},
        opener=one_of(choices, chosen.key) % {"name": called(person.name), "when": when},
        subject=_("Thank you"),
        why=((_("Done"), favour.done_on.isoformat()),),
        icon="thank",
    )


def settle(book: Book, number: int, on: date) -> None:
    """The touch itself is the answer's, of the kind `thanks`."""
    Favour.objects.filter(book=book, number=number, thanked_on=None).update(thanked_on=on)


def reopen(book: Book, number: int, on: date) -> None:
    Favour.objects.filter(book=book, number=number, thanked_on=on).update(thanked_on=None)


THANK = Suggestion(
    "thank", gettext_lazy("Thank"), find, tell, rank=1, settle=settle, reopen=reopen, touch="thanks", asks=asks
)
