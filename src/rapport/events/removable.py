"""Events that the host removes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rapport.events.models import Event, Occurrence
from rapport.events.referents import about
from rapport.events.sequel import removed
from rapport.events.telling import answered
from rapport.journal.write import forget
from rapport.members.models import Member
from rapport.members.removable import Removable


def _event(key: str, _part: str, _host: Member, now: datetime) -> list[Member] | None:
    """Gone with all that was said of it; whoever answered hears of it."""
    event = Event.objects.filter(pk=key).select_related("made_by").first()
    if event is None:
        return None
    concerned = [*answered(event, now), *([event.made_by] if event.made_by else [])]
    for date in Occurrence.objects.filter(event=event):
        forget(about(event, date))
    forget(about(event))
    removed(event, now)
    event.delete()
    return concerned


EVENT = Removable("event", _("an event"), _event)
