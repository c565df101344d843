"""The chapter meets tonight, with Bo and Cy coming and Ann among those who were at the last one; later a full table."""

from datetime import date, time, timedelta

import cast
from rapport.events.calling_off import call_off_date
from rapport.events.checkin import check_in, close
from rapport.events.make import make
from rapport.events.models import Event, Occurrence
from rapport.events.rsvp import Wishes, answer
from rapport.events.speaking import ask_to_speak, name_speaker
from rapport.groups.models import Group
from rapport.members.models import Member

RANK = 30
WEEK = timedelta(weeks=1)


def fill(members: dict[str, Member]) -> None:
    """Event 1 comes every week and everybody may see it; event 2 is Ann's own table of two places, full."""
    ann, bo, cy, mo = (members[who] for who in ("ann", "bo", "cy", "mo"))
    evening = _made(mo, "LinkedAmaranth", Group.objects.get(handle="chapter"), "FREQ=WEEKLY;BYDAY=TH", "everyone")
    last, tonight, later = Occurrence.objects.filter(event=evening).order_by("day")[:3]
    for who in (ann, bo):
        check_in(occurrence=last, member=who, by=mo, now=last.starts_at)
    close(occurrence=last, now=last.ends_at)
    answer(occurrence=tonight, member=bo, says="yes", now=cast.MORNING)
    answer(occurrence=tonight, member=cy, says="yes", wishes=Wishes(is_alone=True, is_glad=True), now=cast.MORNING)
    call_off_date(occurrence=later, by=mo, now=cast.MORNING)
    name_speaker(event=evening, name="Brigid O'Daly", line="who counts butterflies", now=cast.MORNING)
    ask_to_speak(event=evening, member=ann, by=mo, now=cast.MORNING)
    table = Occurrence.objects.get(event=_made(ann, "A table at Moretti’s", None, "", "members", capacity=2))
    for who in (bo, cy, mo):
        answer(occurrence=table, member=who, says="yes", now=cast.MORNING)


def _made(by: Member, title: str, group: Group | None, rule: str, audience: str, capacity: int | None = None) -> Event:
    event = Event(
        title=title,
        group=group,
        rule=rule,
        audience=audience,
        capacity=capacity,
        zone="Europe/London",
        on=date(2026, 11, 19) - (WEEK if rule else timedelta(0)),
        at=time(18, 30),
        minutes=150,
        place="Harbour Hall",
        cost="£5",
        is_paid_at_door=True,
    )
    return make(event=event, by=by, now=cast.MORNING - (WEEK if rule else timedelta(0)))
