"""When the owner and each person of a list were last in touch."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from rapport.kit import clock, wording
from rapport.people.models import Book
from rapport.rosters.columns import Column
from rapport.ties.models import Rest, Tie
from rapport.ties.rest import is_resting


def _last(book: Book, people: Sequence[int]) -> Mapping[int, str]:
    today = clock.today(book.owner.zone)
    days = Tie.objects.filter(person__in=people, last_day__isnull=False).values_list("person_id", "last_day")
    said = {who: wording.ago(date.fromordinal(day), today) for who, day in days if day}
    for rest in Rest.objects.filter(person__in=people):
        if is_resting(rest, today):
            said[rest.person_id] = _("resting")
    return said


LAST_IN_TOUCH = Column(10, _last)
