"""Who blocks another comes to nothing that the other gives alone, nor the other way round; and neither speaks there."""

from datetime import datetime

from rapport.events.models import Rsvp, Speaker
from rapport.events.rsvp import leave
from rapport.members.blocking import Parting
from rapport.members.models import Member


def _part(by: Member, other: Member, now: datetime) -> None:
    for host, guest in ((by, other), (other, by)):
        given = Rsvp.objects.filter(member=guest, occurrence__event__made_by=host, occurrence__event__group=None)
        for answer in given.filter(occurrence__ends_at__gt=now).select_related("occurrence"):
            leave(occurrence=answer.occurrence, member=guest, now=now)
        Speaker.objects.filter(member=guest, event__made_by=host, event__group=None).delete()
        Speaker.objects.filter(member=guest, event__made_by=host, agreed_at=None).delete()


PART = Parting(_part)
