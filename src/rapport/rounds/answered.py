"""What was answered today, to be seen and taken back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rapport.kit.prepared import Query, prepared
from rapport.people.models import Book
from rapport.rounds.models import Answer


@dataclass(frozen=True)
class Answered:
    """`said` in words: "You wrote to"; `names` of whom, empty for a question about nobody."""

    key: str
    said: str
    names: str
    path: str


def answered_on(book: Book, on: date) -> list[Answered]:
    """Today's answers, the first first."""
    return [_shown(each) for each in answered_query(book, on).rows()]


def answered_query(book: Book, on: date) -> Query:
    return _given.of(book=book.pk, day=on.toordinal())


@prepared(numbers=("book", "day"))
def _given(book: int, day: int) -> Any:
    return Answer.objects.filter(book=book, day=day).select_related("person", "other").order_by("pk")


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
