"""Who is on a list, or who was promised something, is found by its words."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from rapport.ledger.models import Favour, ListEntry, Promise
from rapport.people.findable import Findable, Said


def _lists(people: Sequence[int]) -> Said:
    return ListEntry.objects.shown().filter(person__in=people).values_list("person_id", "list__name")


def _promises(people: Sequence[int]) -> Said:
    return Promise.objects.filter(person__in=people).values_list("person_id", "what")


def _favours(people: Sequence[int]) -> Said:
    return Favour.objects.filter(person__in=people).values_list("person_id", "what")


LIST = Findable("list", _("On your list"), _lists)
PROMISE = Findable("promise", _("Promised"), _promises)
FAVOUR = Findable("favour", _("Favour"), _favours)
