"""Events, their dates, who speaks, who comes and who was there."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group, GuestVisit, Membership
from rapport.kit.clock import now
from rapport.members.models import Member

HOLDING = ("yes", "offered")  # answers that hold places
GRANTED_FOR = timedelta(days=60)  # a visit as a guest to no certain gathering, as groups/guests.py counts it


def _visits(viewer: Member, at: datetime) -> Exists:
    """A visit as a guest was granted to the group, lately or for this very event."""
    here = Concat(Value("event:"), Cast(OuterRef("pk"), models.CharField()))
    lately = Q(occasion="", settled_at__gt=at - GRANTED_FOR)
    granted = GuestVisit.objects.filter(member=viewer, state="admitted", group=OuterRef("group"))
    return Exists(granted.filter(lately | Q(occasion=here)))


class EventQuerySet(models.QuerySet["Event"]):
    def visible_to(self, viewer: Member | None, at: datetime | None = None) -> "EventQuerySet":
        """What `viewer` (None: nobody signed in) may see and answer `at` that moment (None: now). Of hidden groups only
        their members know, and who blocks or was blocked finds no event that the other gives alone."""
        known = self.filter(Q(group=None) | Q(group__in=Group.objects.visible_to(viewer)))
        alone = Q(group=None, made_by__isnull=False) & ~Q(made_by__in=Member.objects.visible_to(viewer))
        known = known.exclude(alone)
        if viewer is None:
            return known.filter(audience="everyone")
        mine = Membership.objects.filter(member=viewer).values("group")
        asked = Speaker.objects.filter(member=viewer).values("event")
        near = (
            Q(audience="group") & (Q(group__in=mine) | Q(_visits(viewer, at or now())))
            | Q(made_by=viewer)
            | Q(pk__in=asked)
        )
        return known.filter(Q(audience__in=("everyone", "members")) | near)


class Event(models.Model):
    """A gathering of a group, or of `made_by` alone. What the clock on the wall shows in `zone` is the truth: the first
    date begins `on` that day `at` that hour, each lasts `minutes`. `rule` says when it comes again (`recurring`)."""

    MODES: ClassVar = [("online", _("online")), ("rooms", _("in a room")), ("both", _("in a room and online"))]
    AUDIENCES: ClassVar = [("everyone", _("everyone")), ("members", _("members")), ("group", _("the group"))]
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, related_name="+")
    made_by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=200)
    about = models.TextField(max_length=8000, blank=True, default="")
    mode = models.CharField(max_length=6, choices=MODES, default="rooms")
    link = models.URLField(max_length=500, blank=True, default="")  # told to those who said yes
    place = models.CharField(max_length=300, blank=True, default="")
    zone = models.CharField(max_length=64)
    on = models.DateField()
    at = models.TimeField()
    minutes = models.PositiveIntegerField()
    rule = models.CharField(max_length=200, blank=True, default="")
    cost = models.CharField(max_length=120, blank=True, default="")  # in words: "£5"
    is_paid_at_door = models.BooleanField(default=False)
    capacity = models.PositiveIntegerField(null=True)
    audience = models.CharField(max_length=8, choices=AUDIENCES, default="members")
    may_say_there = models.BooleanField(default=True)
    cancelled_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=now)
    edition = models.PositiveIntegerField(default=0)  # counts the changes, for calendars

    objects: ClassVar[Any] = EventQuerySet.as_manager()

    def __str__(self) -> str:
        return f"event {self.pk}"

    @property
    def path(self) -> str:
        return f"/events/{self.pk}/"

    @property
    def lasts(self) -> timedelta:
        return timedelta(minutes=self.minutes)


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def visible_to(self, viewer: Member | None, at: datetime | None = None) -> "OccurrenceQuerySet":
        return self.filter(Exists(Event.objects.visible_to(viewer, at).filter(pk=OuterRef("event"))))

    def held(self) -> "OccurrenceQuerySet":
        return self.filter(cancelled_at=None, event__cancelled_at=None)


class Occurrence(models.Model):
    """One date of an event. `day` is the day its rule gave it, and stays when the date is moved: then `moved_on` and
    `moved_at` are what the clock on the wall shows. `taken` places are promised, guests counted; `line` counts those
    who came to wait."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="dates", db_index=False)
    day = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    moved_on = models.DateField(null=True)
    moved_at = models.TimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    taken = models.PositiveIntegerField(default=0)
    line = models.PositiveIntegerField(default=0)
    checked_at = models.DateTimeField(null=True)  # when check-in closed

    objects: ClassVar[Any] = OccurrenceQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["event", "day"], name="one_date_a_day"),)
        indexes = (models.Index(fields=["starts_at", "id"], name="date_coming"),)

    def __str__(self) -> str:
        return f"occurrence {self.pk}"

    @property
    def path(self) -> str:
        return f"/events/{self.event_id}/?on={self.day.isoformat()}"

    def has_begun(self, at: datetime) -> bool:
        return at >= self.starts_at

    def is_over(self, at: datetime) -> bool:
        return at >= self.ends_at


class Rsvp(models.Model):
    """What a member answered for one date. `waiting`: in line, by `place_in_line`; `offered`: a place is kept until
    `offered_until`; `lapsed`: it was not taken in time. `is_shown` false: for all but who runs it they are absent."""

    ANSWERS: ClassVar = [(a, a) for a in ("yes", "maybe", "no", "waiting", "offered", "lapsed")]
    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="answers", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=ANSWERS)
    guests = models.PositiveSmallIntegerField(default=0)
    is_shown = models.BooleanField(default=True)
    is_new = models.BooleanField(default=False)
    is_alone = models.BooleanField(default=False)
    is_glad = models.BooleanField(default=False)  # to be found
    answered_at = models.DateTimeField(default=now)
    place_in_line = models.PositiveIntegerField(null=True)
    offered_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["occurrence", "member"], name="one_answer"),
            models.CheckConstraint(
                condition=Q(answer="waiting", place_in_line__isnull=False) | ~Q(answer="waiting"), name="waits_in_line"
            ),
            models.CheckConstraint(
                condition=Q(answer="offered", offered_until__isnull=False) | ~Q(answer="offered"), name="offer_ends"
            ),
        )
        indexes = (
            models.Index(fields=["occurrence", "answer", "place_in_line"], name="answer_line"),
            models.Index(fields=["offered_until"], name="offer_ends_at", condition=Q(answer="offered")),
        )

    def __str__(self) -> str:
        return f"rsvp {self.pk}"

    @property
    def party(self) -> int:
        return self.guests + 1


class Speaker(models.Model):
    """Who speaks: a member, who is shown once they agreed, or somebody from outside with a line and a link."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="speakers", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True, default="")
    line = models.CharField(max_length=300, blank=True, default="")
    link = models.URLField(max_length=500, blank=True, default="")
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["event", "member"], name="one_speaker", condition=Q(member__isnull=False)),
        )
        indexes = (models.Index(fields=["event"], name="speakers_of"),)

    def __str__(self) -> str:
        return f"speaker {self.pk}"


class Attendance(models.Model):
    """Was there: a member, or somebody from outside by name. Apart from the answer; who did not come has no row.
    `is_asked`: noted at the door without having said that they come, and not yet agreed to by themselves."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="present", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True, default="")
    noted_by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField(default=now)
    is_shown = models.BooleanField(default=True)
    is_asked = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["occurrence", "member"], name="one_attendance", condition=Q(member__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["occurrence", "name"], name="one_walk_in", condition=Q(member__isnull=True)
            ),
        )

    def __str__(self) -> str:
        return f"attendance {self.pk}"


def in_order(rows: models.QuerySet[Rsvp]) -> models.QuerySet[Rsvp]:
    """Those who wait, the first first."""
    return rows.filter(answer="waiting").order_by(F("place_in_line").asc())
