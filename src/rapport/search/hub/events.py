"""Events, by title, place and what they say of themselves: the next first, then those that were, the latest first."""

from datetime import datetime
from typing import Any

from django.db.models import Max, Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.events.findable import EVENTS
from rapport.events.models import Event
from rapport.kit import fts, wording
from rapport.kit.shelf import HUB
from rapport.members.models import Member
from rapport.search.finder import Finder, Hit
from rapport.search.marking import marked
from rapport.search.query import Query
from rapport.search.reasons import reasons
from rapport.search.seen import Few, Sight, Viewer, visible

LATELY = 24  # of so many that fit, those announced last, the next come first


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    numbers = Sight(EVENTS, _VISIBLE, viewer).best(query, LATELY)
    rows = _SHOWN.rows(viewer, numbers)
    shown = sorted(rows, key=lambda event: _order(event, viewer.at))[:most]
    kept = fts.read(HUB, EVENTS.kind, [event.pk for event in shown])
    return [_hit(event, kept[event.pk], query) for event in shown if event.pk in kept]


def _shown(member: Member, at: datetime) -> Any:
    held = Q(dates__cancelled_at=None)
    rows = Event.objects.annotate(
        next=Min("dates__starts_at", filter=held & Q(dates__ends_at__gt=at)), last=Max("dates__starts_at", filter=held)
    )
    return rows.values_list("pk", "title", "place", "cancelled_at", "made_at", "next", "last")


_VISIBLE = visible(Event.objects.visible_to)
_SHOWN = Few(_shown, LATELY)  # of those that were seen to be visible


def _order(event: Any, at: datetime) -> tuple[bool, float]:
    is_coming = event.next is not None and event.cancelled_at is None
    when = event.next if is_coming else event.last or event.made_at
    return not is_coming, abs((when - at).total_seconds())


def _hit(event: Any, kept: fts.Kept, query: Query) -> Hit:
    when = event.next or event.last
    told = [_("called off") if event.cancelled_at else "", wording.moment(when) if when else "", event.place]
    line = " · ".join(part for part in told if part)
    why = reasons(f"{event.title} {event.place}", kept.lines, query, lambda _field: _("About"))
    path = f"/events/{event.pk}/"
    return Hit(path, event.title, marked(event.title, query.marks), marked(line, query.marks), why)


FOUND = Finder[Viewer](40, "events", __("Events"), _find)
