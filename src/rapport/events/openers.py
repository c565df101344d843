"""One line to begin with, from what the reader's own book holds. Only the reader sees it."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from rapport.ledger.models import Favour, Promise
from rapport.people.models import Book, Interest, Person


def openers(book: Book, people: Collection[Person]) -> dict[int, str]:
    """Person id -> a line: what one owes them first, then what they care about (nothing confided)."""
    ids = [person.pk for person in people]
    found: dict[int, str] = {}
    promised = Promise.objects.filter(book=book, person__in=ids, state="open", way="mine").order_by("due_on", "pk")
    for who, what in promised.values_list("person_id", "what"):
        found.setdefault(who, _("You promised: %(what)s.") % {"what": what.rstrip(".")})
    owed = Favour.objects.filter(book=book, person__in=ids, way="theirs", thanked_on=None).order_by("-done_on", "pk")
    for who, what in owed.values_list("person_id", "what"):
        found.setdefault(who, _("Thank them: %(what)s.") % {"what": what.rstrip(".")})
    cared = Interest.objects.shown().filter(book=book, person__in=ids, is_confided=False).order_by("-is_hand", "pk")
    for who, word in cared.values_list("person_id", "word"):
        found.setdefault(who, _("Ask about %(word)s.") % {"word": word})
    for person in people:
        firm = person.headline.partition(", ")[2]
        if firm:
            found.setdefault(person.pk, _("Ask how things go at %(firm)s.") % {"firm": firm.rstrip(".")})
    return {pk: found.get(pk, _("Ask what keeps them busy.")) for pk in ids}
