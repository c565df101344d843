"""What was answered today, to be seen and taken back."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rapport.people.models import Book
from rapport.rounds.memory import answers_until
from rapport.rounds.models import Answer


@dataclass(frozen=True)
class Answered:
    """`said` in words: "You wrote to"; `names` of whom, empty for a question about nobody."""

    key: str
    said: str
    names: str
    path: str


def answered_on(book: Book, on: date) -> list[Answered]:
    """Today's answers, the first first. The memory of the round knows already whether there are any."""
    if not any(day == on.toordinal() for *_, day, _ in answers_until(book, on.toordinal())):
        return []
    given = Answer.objects.filter(book=book, day=on.toordinal())
    return [_shown(each) for each in given.select_related("person", "other").order_by("pk")]


def _shown(given: Answer) -> Answered:
    people = [person for person in (given.person, given.other) if person is not None]
    names = _(" and ").join(person.name for person in people)
    return Answered(given.subject, _SAID[given.answer](), names, people[0].path if people else "")


_SAID = {
    "wrote": lambda: _("Wrote"),
    "called": lambda: _("Called"),
    "met": lambda: _("Met"),
    "done": lambda: _("Done"),
    "later": lambda: _("Later"),
    "not_this": lambda: _("Not this"),
    "rest": lambda: _("Left to rest"),
}
