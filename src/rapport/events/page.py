"""One date of an event as its page shows it, which is also what the panels of other rooms are given."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.http import HttpRequest

from rapport.events.checkin import OPENS, is_open, may_say_there
from rapport.events.coming import who_come
from rapport.events.models import Attendance, Event, Occurrence, Rsvp, Speaker
from rapport.events.running import may_run
from rapport.events.saying import cost_said, how_often_said, when_said, where_said, zone_said
from rapport.events.speaking import asked_and_agreed
from rapport.kit.prepared import Prepared, prepared
from rapport.members.faces import show_faces
from rapport.members.models import Member

FEW = 24
FURTHER = 6


@dataclass(frozen=True, slots=True)
class EventShown:
    """The subject of panels of the page "event". `mine` is the viewer's own answer."""

    event: Event
    date: Occurrence
    viewer: Member | None
    now: datetime
    is_run: bool = False
    mine: Rsvp | None = None
    noted: Attendance | None = None
    speakers: list[Speaker] = field(default_factory=list)
    asked_to_speak: Speaker | None = None
    coming: list[Rsvp] = field(default_factory=list)
    further: list[Occurrence] = field(default_factory=list)

    @property
    def when(self) -> str:
        return when_said(self.date, self.event)

    @property
    def rhythm(self) -> str:
        return how_often_said(self.event)

    @property
    def zone(self) -> str:
        return zone_said(self.date, self.event, self.viewer)

    @property
    def where(self) -> str:
        return where_said(self.event)

    @property
    def cost(self) -> str:
        return cost_said(self.event)

    @property
    def is_cancelled(self) -> bool:
        return bool(self.event.cancelled_at or self.date.cancelled_at)

    @property
    def is_over(self) -> bool:
        return self.date.is_over(self.now)

    @property
    def has_begun(self) -> bool:
        return self.date.has_begun(self.now)

    @property
    def free(self) -> int | None:
        """Places nobody holds; None where there is no limit."""
        return None if self.event.capacity is None else max(self.event.capacity - self.date.taken, 0)

    @property
    def places_mark(self) -> str:
        """Changes with the figure of free places."""
        return f"{self.date.taken}-{self.event.capacity}"

    @property
    def link(self) -> str:
        """The address of the room online, for those who come or speak or run it."""
        may = self.is_run or (self.mine is not None and self.mine.answer == "yes") or self.speaks
        return self.event.link if may and self.event.mode != "rooms" else ""

    @property
    def speaks(self) -> bool:
        return self.viewer is not None and any(one.member_id == self.viewer.pk for one in self.speakers)

    @property
    def was_there(self) -> bool:
        return self.noted is not None and not self.noted.is_asked

    @property
    def is_asked_there(self) -> bool:
        """Somebody else noted the viewer, who had not said that they come."""
        return self.noted is not None and self.noted.is_asked

    @property
    def may_take_off(self) -> bool:
        return self.was_there and self.date.checked_at is None

    @property
    def may_check_in(self) -> bool:
        return self.is_run and not self.event.cancelled_at and is_open(self.date, self.now)

    @property
    def may_say_there(self) -> bool:
        return self.viewer is not None and not self.was_there and may_say_there(self.date, self.now)

    @property
    def may_look_back(self) -> bool:
        """Whether the viewer may write down whom they met: those who came, or said they would."""
        came = self.was_there or (self.mine is not None and self.mine.answer == "yes") or self.is_run or self.speaks
        return self.has_begun and came and not self.is_cancelled


def shown(request: HttpRequest, event: Event, date: Occurrence, now: datetime) -> EventShown:
    """Everything the page needs, in few queries however many come."""
    viewer: Member | None = getattr(request, "member", None)
    further = Occurrence.objects.filter(event=event, ends_at__gt=now) if event.rule else Occurrence.objects.none()
    dates = list(further.order_by("starts_at", "pk")[:FURTHER])
    asked = asked_and_agreed(event, viewer)
    speakers = [one for one in asked if one.agreed_at is not None]
    if viewer is None:
        return EventShown(event, date, None, now, speakers=speakers, further=dates)
    is_run = may_run(viewer, event)
    coming = _coming(is_run).rows(date=date.pk, viewer=viewer.pk)
    show_faces(viewer, [one.member for one in (*coming[:FEW], *speakers)])
    return EventShown(
        event,
        date,
        viewer,
        now,
        is_run=is_run,
        mine=_mine.first(date=date.pk, viewer=viewer.pk),
        noted=_noted.first(date=date.pk, viewer=viewer.pk) if now >= date.starts_at - OPENS else None,
        speakers=speakers,
        asked_to_speak=next((one for one in asked if one.member_id == viewer.pk and one.agreed_at is None), None),
        coming=coming,
        further=dates,
    )


@prepared(numbers=("date", "viewer"))
def _noted(date: int, viewer: int) -> Any:
    return Attendance.objects.filter(occurrence=date, member=viewer).select_related("noted_by")


@prepared(numbers=("date", "viewer"))
def _mine(date: int, viewer: int) -> Any:
    return Rsvp.objects.filter(occurrence=date, member=viewer)


@cache
def _coming(is_run: bool) -> Prepared:
    def build(date: int, viewer: int) -> Any:
        rows = who_come(Occurrence(pk=date), Member(pk=viewer), is_run=is_run)
        return rows.order_by("member__name", "pk")[: FEW + 1]

    return Prepared(build, numbers=("date", "viewer"))
