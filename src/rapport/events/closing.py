"""When a group is closed its dates to come are called off; when it is opened again they are held after all."""

from datetime import datetime

from django.db.models import F

from rapport.events.calling_off import hold_after_all
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.seeing import sees
from rapport.events.sequel import changed, hidden
from rapport.events.telling import LISTENING, answered, tell
from rapport.groups.closing import Closing
from rapport.groups.models import Group, Membership
from rapport.members.models import Member


def _close(group: Group, by: Member, now: datetime) -> None:
    """What was held stays as it was. Those who answered hear of each event once, however many dates it has."""
    ahead = Occurrence.objects.filter(event__group=group, ends_at__gt=now).held()
    events = list(Event.objects.filter(pk__in=ahead.values("event")).order_by("pk"))
    whom = [(event, list(answered(event, now))) for event in events]
    dates = [date.pk for date in ahead.select_for_update(of=("self",))]
    Occurrence.objects.filter(pk__in=dates).update(cancelled_at=now)
    Event.objects.filter(pk__in=[event.pk for event in events]).update(edition=F("edition") + 1)
    changed(Occurrence.objects.filter(pk__in=dates), now)
    for event, members in whom:
        tell(event, "event.cancel", by=by, whom=members, now=now)


def _hide(group: Group, now: datetime) -> list[Member]:
    """Guests who are in the group's gatherings without being in the group: their calendars hear now, as they see
    nothing of it later."""
    ahead = Occurrence.objects.filter(event__group=group, ends_at__gt=now)
    within = Membership.objects.filter(group=group).values("member")
    given = Rsvp.objects.filter(occurrence__in=ahead, answer__in=LISTENING).exclude(member__in=within)
    seen = {event.pk: event for event in Event.objects.filter(group=group).select_related("group", "made_by__account")}
    hidden(ahead, now)
    rows = given.select_related("member__account", "occurrence").order_by("pk")
    return [
        row.member for row in rows if row.member.account.is_active and sees(row.member, seen[row.occurrence.event_id])
    ]


def _reopen(group: Group, now: datetime) -> None:
    dates = Occurrence.objects.filter(event__group=group, cancelled_at=group.closed_at, ends_at__gt=now)
    for date in dates.order_by("starts_at", "pk"):
        hold_after_all(occurrence=date, now=now)


def _holds(group: Group) -> bool:
    return bool(Event.objects.filter(group=group).exists())


CLOSED = Closing(_holds, _close, _reopen, _hide)
