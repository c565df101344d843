"""The tree of professions, and the seats of a group: who holds them, held them, and waits for them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group
from rapport.kit.clock import now
from rapport.members.models import Member


class Profession(models.Model):
    """A node of the tree: sector, field, profession, and whatever one was split into. `key` stays when it is renamed;
    `folded` is what is compared when somebody types it."""

    key = models.CharField(max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    folded = models.CharField(max_length=160, db_index=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")

    def __str__(self) -> str:
        return self.key


class Seat(models.Model):
    """The `n`th seat for a profession in a group; rows are made when the first is asked for or opened."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    profession = models.ForeignKey(Profession, on_delete=models.PROTECT, related_name="+")
    n = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "profession", "n"], name="one_seat")]

    def __str__(self) -> str:
        return f"seat {self.pk}"


class SeatHolding(models.Model):
    """Who holds or held a seat, from when until when, and why it ended. Somebody whose account is gone stays in the
    history without a name. One holder a seat and one seat a member are the database's to keep."""

    ENDS: ClassVar = [
        ("", _("holds it")),
        ("given up", _("given up")),
        ("left", _("left the group")),
        ("removed", _("put out of the group")),
        ("absent", _("absent for long")),
        ("ended", _("time was over")),
        ("passed on", _("passed on")),
        ("gone", _("left this place")),
        ("closed", _("the group was closed")),
    ]
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="holdings")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)
    ends_on = models.DateField(null=True)  # a term: it is over by itself on this day
    why = models.CharField(max_length=10, choices=ENDS, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["seat"], condition=Q(until=None), name="one_holder"),
            models.UniqueConstraint(fields=["group", "member"], condition=Q(until=None), name="one_seat_each"),
        ]

    def __str__(self) -> str:
        return f"seat holding {self.pk}"


class Application(models.Model):
    """`member` would like the seat of a profession. They stand in line in the order of `applied_at`. `allowed_at`: no
    organiser needs to look at it, or one has; then it is offered as soon as a seat is free."""

    STATES: ClassVar = [
        ("waiting", _("waiting")),
        ("offered", _("offered")),
        ("taken", _("taken")),
        ("declined", _("declined")),
        ("withdrawn", _("withdrawn")),
        ("lapsed", _("lapsed")),
    ]
    OPEN: ClassVar = ("waiting", "offered")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    profession = models.ForeignKey(Profession, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    line = models.CharField(_("a line about your business"), max_length=300, blank=True, default="")
    state = models.CharField(max_length=9, choices=STATES, default="waiting")
    applied_at = models.DateTimeField(default=now)
    allowed_at = models.DateTimeField(null=True)
    allowed_by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    offered_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "profession", "member"],
                condition=Q(state__in=("waiting", "offered")),
                name="one_open_application",
            )
        ]
        indexes = (models.Index(fields=["group", "state", "profession", "applied_at"], name="application_line"),)

    def __str__(self) -> str:
        return f"application {self.pk}"
