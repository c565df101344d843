"""What the book itself finds people by, in the order in which a reason is looked for."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from rapport.people.findable import Findable, Said
from rapport.people.models import (
    CircleMember,
    Extra,
    Home,
    Identity,
    Interest,
    Job,
    Met,
    Note,
    Presence,
    Relation,
)


def _told(claim: Any, *columns: str) -> Any:
    """Each of these columns of a claim that says something, as a text of its own."""

    def said(people: Sequence[int]) -> Said:
        rows = claim.objects.shown().filter(person__in=people).order_by("-is_hand", "-pk")
        for who, *texts in rows.values_list("person_id", *columns):
            yield from ((who, text) for text in texts if text)

    return said


def _places(people: Sequence[int]) -> Iterator[tuple[int, str]]:
    rows = Home.objects.shown().filter(person__in=people).order_by("-is_hand", "-pk")
    for who, text, town, country in rows.values_list("person_id", "text", "locality", "country"):
        yield who, ", ".join(dict.fromkeys(part for part in (*text.split("\n"), town, country) if part))


FIRM = Findable("firm", _("Works at"), _told(Job, "organization__name"))
TITLE = Findable("title", _("Works as"), _told(Job, "title", "department"))
WAY = Findable("way", _("Reached at"), _told(Identity, "handle"))
PLACE = Findable("place", _("Place"), _places)
INTEREST = Findable("interest", _("Cares about"), _told(Interest, "topic", "word", "evidence"))
MET = Findable("met", _("How you met"), _told(Met, "how", "through"))
OCCASION = Findable("occasion", _("Was at"), _told(Presence, "occasion__title", "occasion__place"))
CIRCLE = Findable("circle", _("Circle"), _told(CircleMember, "circle__name"))
RELATION = Findable("relation", _("Close to them"), _told(Relation, "name", "kind"))
NOTE = Findable("note", _("Your note"), _told(Note, "text"))
EXTRA = Findable("extra", _("Also known"), _told(Extra, "value"))
