"""Gatherings, by title, place or what was written about them; the latest first."""

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.kit import fts, wording
from rapport.people.findable import OCCASION
from rapport.people.models import Book, Occasion
from rapport.search.finder import Finder, Hit, Reason
from rapport.search.marking import Part, holds, marked
from rapport.search.query import Query, groups


def _find(book: Book, query: Query, most: int) -> list[Hit]:
    numbers: dict[int, None] = {}
    for way in query.ways:
        numbers.update(dict.fromkeys(fts.find(book.pk, OCCASION, groups(way, fts.within))))
    if not numbers:
        return []
    found = Occasion.objects.filter(book=book, number__in=numbers).order_by(
        F("begins_on").desc(nulls_last=True), "-number"
    )[:most]
    return [_hit(occasion, query) for occasion in found]


def _hit(occasion: Occasion, query: Query) -> Hit:
    texts = ((_("Place"), occasion.place), (_("About it"), occasion.text))
    reasons = [Reason(label, marked(text, query.marks)) for label, text in texts if holds(text, query.marks)]
    day = [Part(wording.day(occasion.begins_on))] if occasion.begins_on else []
    return Hit(occasion.path, occasion.title, marked(occasion.title, query.marks), day, reasons[:1])


OCCASIONS = Finder[Book](40, "occasions", __("Occasions"), _find)
